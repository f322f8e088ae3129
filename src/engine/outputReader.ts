import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import type { OutputsAt } from './curves.ts';
import type { Rows } from './network.ts';

/** Outputs on the training and the test samples at one step, on the backend; of one network or of a stack. */
export interface RecordedOutputs {
  readonly step: number;
  readonly f: Rows;
  readonly fTest: Rows;
}

/** Gives recorded outputs back. */
export const discard = (records: readonly RecordedOutputs[]): void =>
  tf.dispose(records.flatMap(({ f, fTest }) => [f, fTest]));

/**
 * Reads outputs that `networks` networks recorded on n training and m test samples back as one array and disposes of them; tells
 * those of each network.
 */
export function outputReader(n: number, m: number, outputs: number, networks = 1) {
  const part = (values: Float32Array, from: number, rows: number): Matrix =>
    matrix(rows, outputs, Float64Array.from(values.subarray(from, from + rows * outputs)));

  return async (
    records: readonly RecordedOutputs[],
  ): Promise<readonly (readonly OutputsAt[])[]> => {
    if (records.length === 0) return Array.from({ length: networks }, () => []);
    const all = tf.tidy(() =>
      tf.concat(
        records.flatMap(({ f, fTest }) =>
          [f, fTest].map((rows) => tf.reshape(rows, [networks, -1])),
        ),
        1,
      ),
    );
    discard(records);
    const values = await read(all);
    return Array.from({ length: networks }, (_, network) =>
      records.map(({ step }, place) => {
        const from = (network * records.length + place) * (n + m) * outputs;
        return {
          step,
          f: part(values, from, n),
          fTest: part(values, from + n * outputs, m),
        };
      }),
    );
  };
}

async function read(tensor: tf.Tensor): Promise<Float32Array> {
  try {
    return await tensor.data<'float32'>();
  } finally {
    tensor.dispose();
  }
}
