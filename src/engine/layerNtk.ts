import * as tf from '@tensorflow/tfjs-core';
import type { AffineWeights } from '../nn/Ops.ts';
import type { NtkOptions } from './empiricalNtk.ts';
import { sharedNtk } from './sharedNtk.ts';
import type { Sensitivity, Taped } from './tape.ts';

/** An affine map as the kernel sees it: what went in, over all positions, and the sensitivity of what came out. */
export interface NtkSite {
  /** (N·P)×in. */
  readonly input: tf.Tensor2D;
  /** The same transposed, where it is at hand. */
  readonly flipped?: () => tf.Tensor2D;
  readonly weights: Pick<
    AffineWeights<Taped>,
    'bias' | 'weightScale' | 'biasScale' | 'trained' | 'rates'
  >;
  /** Δ: out×C×(N·P), or out×C×1 where all rows share it. */
  readonly sensitivity: Sensitivity;
}

/** Factors of UUᵀ and of the constant in an affine map's part of the NTK; rates included; 0 for what it lacks or does not train. */
export const ntkFactors = ({
  weights: { bias, weightScale, biasScale, trained, rates },
}: Pick<NtkSite, 'weights'>): { readonly weight: number; readonly bias: number } => ({
  weight: trained?.weight === false ? 0 : (rates?.weight ?? 1) * weightScale ** 2,
  bias: bias === undefined || trained?.bias === false ? 0 : (rates?.bias ?? 1) * biasScale ** 2,
});

/**
 * One affine map's part of the NTK on N samples, (ws²·UUᵀ + bs²) ∘ ΔΔᵀ: N×c, or K×N×K×c in full; summed over pairs of
 * positions where there are several. Meant for a tidy.
 */
export function layerNtk(site: NtkSite, samples: number, options: NtkOptions): tf.Tensor {
  const { weight, bias } = ntkFactors(site);
  if (weight === 0 && bias === 0) return nothing(samples, options);
  if (site.input.shape[0] > samples) return sharedNtk(site, samples, options);
  const of = site.sensitivity;
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

/** What a map adds that does not train. */
function nothing(samples: number, { outputs, form, columns = samples }: NtkOptions): tf.Tensor {
  return tf.zeros(form === 'mean' ? [samples, columns] : [outputs, samples, outputs, columns]);
}

/** ws²·UUᵀ + bs², N×c. */
function inputProducts(site: NtkSite, columns: number | undefined): tf.Tensor2D {
  const { weight, bias } = ntkFactors(site);
  const { input, flipped = () => tf.transpose(input) } = site;
  if (weight === 0) return tf.fill([input.shape[0], columns ?? input.shape[0]], bias);
  const gram = tf.matMul<tf.Tensor2D>(input, firstColumns(flipped(), columns));
  const scaled = weight === 1 ? gram : tf.mul<tf.Tensor2D>(gram, weight);
  return bias > 0 ? tf.add<tf.Tensor2D>(scaled, bias) : scaled;
}

/** The first c entries along the last axis, or all of them (there may be one only, which stands for all). */
export function firstColumns<T extends tf.Tensor>(a: T, c: number | undefined): T {
  const last = a.shape.at(-1) ?? 1;
  if (c === undefined || c >= last) return a;
  return tf.slice(a, 0, [...a.shape.slice(0, -1), c]);
}
