import * as tf from '@tensorflow/tfjs-core';

/** erf, within 1e-6 of its value everywhere. */
export const erf = (x: tf.Tensor): tf.Tensor => tf.erf(x);
