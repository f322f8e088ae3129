import * as tf from '@tensorflow/tfjs-core';
import type { VectorOps } from '../../nn/Optimizer.ts';

/** Update rules on tensors of any shape; meant for a tidy. */
export const tfVectorOps: VectorOps<tf.Tensor> = {
  add: (a, b) => tf.add(a, b),
  subtract: (a, b) => tf.sub(a, b),
  multiply: (a, b) => tf.mul(a, b),
  divide: (a, b) => tf.div(a, b),
  scale: (a, factor) => tf.mul(a, factor),
  shift: (a, c) => tf.add(a, c),
  sqrt: (a) => tf.sqrt(a),
};
