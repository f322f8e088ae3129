import * as tf from '@tensorflow/tfjs-core';
import type { NtkOptions } from './empiricalNtk.ts';
import type { AffineSite, Sensitivity } from './tape.ts';

/**
 * One affine map's part of the NTK, (ws²·UUᵀ + bs²) ∘ ΔΔᵀ: N×c, or K×N×K×c in full. `of` holds Δ, with a single row where
 * all rows share it. Meant for a tidy.
 */
export function layerNtk(site: AffineSite, of: Sensitivity, options: NtkOptions): tf.Tensor {
  const inputs = inputProducts(site, options.columns);
  const [features, outputs, rows] = of.shape;
  const few = firstColumns(of, options.columns);
  const columns = few.shape[2];
  if (options.form === 'mean') {
    const left = tf.reshape(of, [features * outputs, rows]);
    const right = tf.reshape(few, [features * outputs, columns]);
    return tf.mul(inputs, tf.matMul(tf.transpose(left), right));
  }
  const left = tf.reshape(of, [features, outputs * rows]);
  const right = tf.reshape(few, [features, outputs * columns]);
  const gram = tf.matMul(tf.transpose(left), right);
  return tf.mul(
    tf.reshape(inputs, [1, inputs.shape[0], 1, -1]),
    tf.reshape(gram, [outputs, rows, outputs, columns]),
  );
}

/** ws²·UUᵀ + bs², N×c. */
function inputProducts({ input, weights }: AffineSite, columns: number | undefined): tf.Tensor2D {
  const gram = tf.matMul<tf.Tensor2D>(input.value, firstColumns(input.flipped(), columns));
  const scaled =
    weights.weightScale === 1 ? gram : tf.mul<tf.Tensor2D>(gram, weights.weightScale ** 2);
  return weights.bias ? tf.add<tf.Tensor2D>(scaled, weights.biasScale ** 2) : scaled;
}

/** The first c entries along the last axis, or all of them (there may be one only, which stands for all). */
function firstColumns<T extends tf.Tensor>(a: T, c: number | undefined): T {
  const last = a.shape.at(-1) ?? 1;
  if (c === undefined || c >= last) return a;
  return tf.slice(a, 0, [...a.shape.slice(0, -1), c]);
}
