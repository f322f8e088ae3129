import * as tf from '@tensorflow/tfjs-core';
import type { VectorSpace } from '../math/lanczos.ts';

/** Vectors on the backend. Products of two are summed in float32, all of a call in one transfer. */
export const tensorVectors: VectorSpace<tf.Tensor1D> = {
  overlaps: async (us, v) => {
    const sums = us.map((u) => tf.tidy(() => tf.sum(tf.mul(u, v))));
    const all = tf.stack(sums);
    tf.dispose(sums);
    try {
      return [...(await all.data<'float32'>())];
    } finally {
      all.dispose();
    }
  },
  combined: (v, factor, us, cs) => {
    let result = tf.mul<tf.Tensor1D>(v, factor);
    us.forEach((u, k) => {
      const before = result;
      result = tf.tidy(() => tf.sub(before, tf.mul(u, cs[k]!)));
      before.dispose();
    });
    return result;
  },
  free: (v) => v.dispose(),
};
