import * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../nn/Layer.ts';
import { allSamples, miniBatches } from './batches.ts';
import type { OutputsAt } from './curves.ts';
import { forward, networkOf, type Network, type Rows } from './network.ts';
import { discard, outputReader, type RecordedOutputs } from './outputReader.ts';
import type { Batch } from './training.ts';
import { ratesOf, samplesPerStep, type TrainingRule } from './trainingRule.ts';
import { weightGradients } from './weightGradients.ts';
import { outputSlope, weightStep, type Eta, type Moving } from './weightStep.ts';

/** All that decides how training goes on: weights, what the optimizer remembers, and how many steps have been taken. */
export interface State extends Moving {
  readonly step: number;
}

/** What is trained, on what and how; `networks` is how many a stack holds, absent of a single network. */
export interface Lesson {
  readonly layer: Layer;
  readonly batch: Batch;
  readonly rule: TrainingRule;
  readonly networks?: number;
}

/** A network, or a stack of them, that is trained as its rule says. */
export interface Descent {
  /** The network or stack as it is now; its weights are replaced by every step. */
  readonly network: () => Network;
  /** As it is now; its tensors stay the descent's. */
  readonly state: () => State;
  /** Puts another state, which becomes the descent's, in the place of the present one. */
  readonly become: (state: State) => void;
  /** Outputs of each network as it is now. */
  readonly outputs: () => Promise<readonly OutputsAt[]>;
  /** As `Trainer.advance`, for each network. */
  readonly advance: (
    to: number,
    eta: Eta,
    recorded: (step: number) => boolean,
  ) => Promise<readonly (readonly OutputsAt[])[]>;
  readonly dispose: () => void;
}

/** Training from a state, which it owns from now on. */
export function descent(lesson: Lesson, start: State): Descent {
  const { layer, batch, rule, networks } = lesson;
  const [n, inputs] = batch.x.shape;
  const rates = ratesOf(layer, inputs, rule.outputScale);
  const size = samplesPerStep(rule, n);
  const source = size < n ? miniBatches(batch, size, rule.order) : allSamples(batch);
  const reader = outputReader(n, batch.xTest.shape[0], batch.y.shape[1], networks);
  /** Rows that all networks of a stack share; a tensor of its own. */
  const shared = (rows: tf.Tensor2D): Rows =>
    networks === undefined ? tf.clone(rows) : tf.expandDims<tf.Tensor3D>(rows, 0);
  const [x, xTest] = [shared(batch.x), shared(batch.xTest)];
  let { memory, step } = start;
  let current = networkOf(layer, start.weights);

  const become = (state: State): void => {
    const before = [...current.weights, ...memory.flat()];
    current = networkOf(layer, state.weights);
    ({ memory, step } = state);
    tf.dispose(before);
  };

  /** One step; returns the outputs before it on all samples, if they are wanted. */
  const descend = (eta: Eta, wanted: boolean): Rows | undefined => {
    let outputs: Rows | undefined;
    const samples = source.at(step);
    const rows = size === n ? x : shared(samples.x);
    const gradients = weightGradients<Rows>(current, rows, (f) => {
      if (wanted && size === n) outputs = tf.keep(tf.clone(f));
      return outputSlope<Rows>(rule, f, samples.y, { samples: samples.x.shape[0], eta });
    });
    if (rows !== x) rows.dispose();
    if (wanted) outputs ??= forward<Rows>(current, x);
    const moving = { weights: current.weights, memory };
    const moved = weightStep(rule, moving, gradients, { count: step + 1, eta, rates });
    become({ ...moved, step: step + 1 });
    tf.dispose([...gradients]);
    return outputs;
  };

  return {
    network: () => current,
    state: () => ({ weights: current.weights, memory, step }),
    become,
    outputs: async () => {
      const now = { step, f: forward<Rows>(current, x), fTest: forward<Rows>(current, xTest) };
      return (await reader([now])).map(([outputs]) => outputs!);
    },
    advance: async (to, eta, recorded) => {
      const records: RecordedOutputs[] = [];
      try {
        while (step < to) {
          const wanted = recorded(step);
          const fTest = wanted ? forward<Rows>(current, xTest) : undefined;
          const at = step;
          const f = descend(eta, wanted);
          if (f && fTest) records.push({ step: at, f, fTest });
        }
      } catch (error) {
        discard(records);
        throw error;
      }
      return reader(records);
    },
    dispose: () => {
      current.dispose();
      tf.dispose([...memory.flat(), x, xTest]);
      source.dispose();
    },
  };
}
