import * as tf from '@tensorflow/tfjs-core';
import type { PositionOps } from '../../nn/PositionOps.ts';
import { shifted } from './shifted.ts';

/** Operations on positions on tfjs tensors; patches by slices, so that convolutions train on backends without kernels for them. */
export const positionOps: PositionOps<tf.Tensor> = {
  regroup: (a, columns) => tf.reshape(a, [-1, columns]),
  patches: (a, { rows, columns, padding, taps }) =>
    tf.tidy(() => {
      const [all = 0, channels = 0] = a.shape;
      const grid = tf.reshape(a, [all / (rows * columns), rows, columns, channels]);
      const seen = taps.map(([down, right]) =>
        tf.tidy(() => shifted(shifted(grid, 1, down, padding), 2, right, padding)),
      );
      return tf.reshape(tf.concat(seen, 3), [all, channels * taps.length]);
    }),
  average: (a, positions) =>
    tf.tidy(() => {
      const [all = 0, channels = 0] = a.shape;
      return tf.mean(tf.reshape(a, [all / positions, positions, channels]), 1);
    }),
  columns: (a, from, to) => tf.slice(a, [0, from], [-1, to - from]),
  join: (parts) => tf.concat([...parts], 1),
  weighRows: (a, by) => tf.mul(a, by),
};
