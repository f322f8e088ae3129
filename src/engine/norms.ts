import * as tf from '@tensorflow/tfjs-core';

/** What a norm is made of: the largest magnitude, and the sum of squares in units of it, which stays within float32. */
export const normFacts = (a: tf.Tensor): tf.Tensor1D =>
  tf.tidy(() => {
    const largest = tf.max(tf.abs(a));
    const safe = tf.maximum(largest, 1e-30);
    return tf.stack([largest, tf.sum(tf.square(tf.div(a, safe)))]) as tf.Tensor1D;
  });

/** Frobenius norms from their facts, in one transfer; the facts are disposed of. */
export async function readNorms(facts: readonly tf.Tensor1D[]): Promise<Float64Array> {
  if (facts.length === 0) return new Float64Array();
  const all = tf.concat([...facts]);
  tf.dispose([...facts]);
  try {
    const values = await all.data<'float32'>();
    return Float64Array.from(facts, (_, k) => values[2 * k]! * Math.sqrt(values[2 * k + 1]!));
  } finally {
    all.dispose();
  }
}
