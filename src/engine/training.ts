import * as tf from '@tensorflow/tfjs-core';
import type { Matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import { allSamples, miniBatches } from './batches.ts';
import type { OutputsAt } from './curves.ts';
import { forward, networkOf, type Network } from './network.ts';
import { discard, outputReader, type RecordedOutputs } from './outputReader.ts';
import { plainRule, ratesOf, samplesPerStep, type TrainingRule } from './trainingRule.ts';
import { weightGradients } from './weightGradients.ts';
import { outputSlope, weightStep, type Moving } from './weightStep.ts';

/** Training and test inputs and the targets on the backend, in float32. Call `dispose` when done. */
export interface Batch {
  /** n×d, n_test×d and n×K. */
  readonly x: tf.Tensor2D;
  readonly xTest: tf.Tensor2D;
  readonly y: tf.Tensor2D;
  readonly dispose: () => void;
}

/** A trainer's state as it was at some step; to be given back by `restore` or `dispose`. */
export interface Held {
  readonly step: number;
  readonly dispose: () => void;
}

/** A network that is trained as its rule says. */
export interface Trainer {
  /** The network as it is now; its weights are replaced by every step. */
  readonly network: () => Network;
  readonly step: () => number;
  /** Outputs of the network as it is now. */
  readonly outputs: () => Promise<OutputsAt>;
  /**
   * Takes steps up to `to` and returns the outputs at those of the steps on the way that are to be recorded, read back in one
   * transfer. Outputs at `to` itself become known with the next step: ask for them by `outputs`.
   */
  readonly advance: (
    to: number,
    eta: number,
    recorded: (step: number) => boolean,
  ) => Promise<readonly OutputsAt[]>;
  /** Keeps the present state, at the price of the weights' memory once training goes on. */
  readonly hold: () => Held;
  /** Goes back to a state of this trainer, which is used up by it: steps from there are the same once more. */
  readonly restore: (held: Held) => void;
  readonly dispose: () => void;
}

/** Brings samples to the backend. */
export function uploadBatch({ x, xTest, y }: Samples): Batch {
  const [inputs, testInputs, targets] = [x, xTest, y].map(uploadMatrix) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return {
    x: inputs,
    xTest: testInputs,
    y: targets,
    dispose: () => tf.dispose([inputs, testInputs, targets]),
  };
}

/** A trainer of `network`, which it owns from now on; by plain full-batch gradient descent if no rule is given. */
export function trainer(network: Network, batch: Batch, rule: TrainingRule = plainRule): Trainer {
  const { layer } = network;
  const [n, inputs] = batch.x.shape;
  const rates = ratesOf(layer, inputs, rule.outputScale);
  const size = samplesPerStep(rule, n);
  const source = size < n ? miniBatches(batch, size, rule.order) : allSamples(batch);
  const reader = outputReader(n, batch.xTest.shape[0], batch.y.shape[1]);
  const states = new WeakMap<Held, Moving>();
  let current = network;
  let memory: Moving['memory'] = [];
  let step = 0;

  const become = (moving: Moving, at: number): void => {
    const before = [...current.weights, ...memory.flat()];
    current = networkOf(layer, moving.weights);
    memory = moving.memory;
    step = at;
    tf.dispose(before);
  };

  /** One step; returns the outputs before it on all samples, if they are wanted. */
  const descend = (eta: number, wanted: boolean): tf.Tensor2D | undefined => {
    let outputs: tf.Tensor2D | undefined;
    const { x, y } = source.at(step);
    const gradients = weightGradients(current, x, (f) => {
      if (wanted && size === n) outputs = tf.keep(tf.clone(f));
      return outputSlope(rule, f, y, { samples: x.shape[0], eta });
    });
    if (wanted) outputs ??= forward(current, batch.x);
    const moving = { weights: current.weights, memory };
    become(weightStep(rule, moving, gradients, { count: step + 1, eta, rates }), step + 1);
    tf.dispose([...gradients]);
    return outputs;
  };

  return {
    network: () => current,
    step: () => step,
    outputs: async () => {
      const records = [
        { step, f: forward(current, batch.x), fTest: forward(current, batch.xTest) },
      ];
      const [outputs] = await reader(records);
      return outputs!;
    },
    advance: async (to, eta, recorded) => {
      const records: RecordedOutputs[] = [];
      try {
        while (step < to) {
          const wanted = recorded(step);
          const fTest = wanted ? forward(current, batch.xTest) : undefined;
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
    hold: () => {
      const moving = cloned({ weights: current.weights, memory });
      const held = {
        step,
        dispose: () => tf.dispose([...moving.weights, ...moving.memory.flat()]),
      };
      states.set(held, moving);
      return held;
    },
    restore: (held) => {
      const moving = states.get(held);
      if (!moving) throw new Error('a trainer goes back only to a state of its own, and once');
      states.delete(held);
      become(moving, held.step);
    },
    dispose: () => {
      current.dispose();
      tf.dispose(memory.flat());
      source.dispose();
    },
  };
}

const cloned = ({ weights, memory }: Moving): Moving => ({
  weights: weights.map((weight) => tf.clone(weight)),
  memory: memory.map((each) => each.map((kept) => tf.clone(kept))),
});

const uploadMatrix = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(data), [rows, cols]);
