import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { OutputsAt } from './curves.ts';
import { forward, networkOf, type Network } from './network.ts';
import { weightGradients } from './weightGradients.ts';

/** Training and test inputs and the targets on the backend, in float32. Call `dispose` when done. */
export interface Batch {
  /** n×d, n_test×d and n×K. */
  readonly x: tf.Tensor2D;
  readonly xTest: tf.Tensor2D;
  readonly y: tf.Tensor2D;
  readonly dispose: () => void;
}

/** A network that is trained by full-batch gradient descent on (1/2n)Σ‖f − y‖². */
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

/** A trainer of `network`, which it owns from now on. */
export function trainer(network: Network, batch: Batch): Trainer {
  let current = network;
  let step = 0;
  const reader = outputReader(batch);

  /** One step; returns the outputs before it. */
  const descend = (eta: number): tf.Tensor2D => {
    let outputs: tf.Tensor2D | undefined;
    const [rows] = batch.x.shape;
    // The residual is multiplied by η/n, so that the "gradients" are the very steps to take.
    const steps = weightGradients(current, batch.x, (f) => {
      outputs = tf.keep(tf.clone(f));
      return tf.mul<tf.Tensor2D>(tf.sub(f, batch.y), eta / rows);
    });
    const before = current;
    current = networkOf(
      before.layer,
      before.weights.map((weight, place) => tf.sub(weight, steps[place]!)),
    );
    tf.dispose([...steps]);
    before.dispose();
    step++;
    if (!outputs) throw new Error('the residual was never asked for');
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
      const records: Recorded[] = [];
      try {
        while (step < to) {
          const wanted = recorded(step);
          const fTest = wanted ? forward(current, batch.xTest) : undefined;
          const at = step;
          const f = descend(eta);
          if (fTest) records.push({ step: at, f, fTest });
          else f.dispose();
        }
      } catch (error) {
        discard(records);
        throw error;
      }
      return reader(records);
    },
    dispose: () => current.dispose(),
  };
}

interface Recorded {
  readonly step: number;
  readonly f: tf.Tensor2D;
  readonly fTest: tf.Tensor2D;
}

const discard = (records: readonly Recorded[]): void =>
  tf.dispose(records.flatMap(({ f, fTest }) => [f, fTest]));

/** Reads recorded outputs back as one array and disposes of them. */
function outputReader({ x, xTest, y }: Batch) {
  const [n, m, outputs] = [x.shape[0], xTest.shape[0], y.shape[1]];
  const part = (values: Float32Array, from: number, rows: number): Matrix =>
    matrix(rows, outputs, Float64Array.from(values.subarray(from, from + rows * outputs)));

  return async (records: readonly Recorded[]): Promise<readonly OutputsAt[]> => {
    if (records.length === 0) return [];
    const all = tf.concat(
      records.flatMap(({ f, fTest }) => [f, fTest]),
      0,
    );
    discard(records);
    const values = await read(all);
    return records.map(({ step }, place) => {
      const from = place * (n + m) * outputs;
      return {
        step,
        f: part(values, from, n),
        fTest: part(values, from + n * outputs, m),
      };
    });
  };
}

async function read(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return await tensor.data<'float32'>();
  } finally {
    tensor.dispose();
  }
}

const uploadMatrix = ({ rows, cols, data }: Matrix): tf.Tensor2D =>
  tf.tensor2d(Float32Array.from(data), [rows, cols]);
