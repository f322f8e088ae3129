import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import type { OutputsAt } from './curves.ts';

/** Outputs on the training and the test samples at one step, on the backend. */
export interface RecordedOutputs {
  readonly step: number;
  readonly f: tf.Tensor2D;
  readonly fTest: tf.Tensor2D;
}

/** Gives recorded outputs back. */
export const discard = (records: readonly RecordedOutputs[]): void =>
  tf.dispose(records.flatMap(({ f, fTest }) => [f, fTest]));

/** Reads outputs recorded on n training and m test samples back as one array and disposes of them. */
export function outputReader(n: number, m: number, outputs: number) {
  const part = (values: Float32Array, from: number, rows: number): Matrix =>
    matrix(rows, outputs, Float64Array.from(values.subarray(from, from + rows * outputs)));

  return async (records: readonly RecordedOutputs[]): Promise<readonly OutputsAt[]> => {
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
