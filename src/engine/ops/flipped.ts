import * as tf from '@tensorflow/tfjs-core';

/** The transposed matrix, or each one of a stack. */
export const flipped = (value: tf.Tensor): tf.Tensor =>
  tf.transpose(value, value.rank === 3 ? [0, 2, 1] : [1, 0]);
