import * as tf from '@tensorflow/tfjs-core';
import { matrix, type Matrix } from '../math/matrix.ts';
import { EngineFailure } from './EngineFailure.ts';
import type { Network } from './network.ts';
import { record } from './record.ts';
import type { AffineSite, Sensitivity } from './tape.ts';

/** Which kernel is asked for. */
export interface NtkOptions {
  /** K, the network's outputs. */
  readonly outputs: number;
  /** 'mean': (1/K) Σ_k Θ^{kk}. 'full': all K×K blocks, output-major (row k·N + i). */
  readonly form: 'mean' | 'full';
  /** c: the kernel of all N rows against the first c of them only. */
  readonly columns?: number;
}

/**
 * The NTK of a finite network on rows x: N×N ('full': NK×NK), exactly symmetric, or with `columns` N×c (NK×cK); a float64
 * copy of a float32 result. By layers: Θ = Σ_l (ws²·UUᵀ + bs²) ∘ ΔΔᵀ with each affine map's inputs U and sensitivities Δ,
 * so that no per-example gradient of all weights is ever formed (Novak, Sohl-Dickstein & Schoenholz, 2022). Throws an
 * EngineFailure 'diverged' if the result is not finite.
 */
export async function empiricalNtk(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
): Promise<Matrix> {
  const theta = sumOverLayers(network, rows, options);
  try {
    return finished(await theta.data<'float32'>(), rows.shape[0], options);
  } finally {
    theta.dispose();
  }
}

/** Θ on the backend: N×c, or K×N×K×c in full. */
function sumOverLayers(network: Network, rows: tf.Tensor2D, options: NtkOptions): tf.Tensor {
  const recording = record(network, rows);
  let total: tf.Tensor | undefined;
  try {
    recording.sweep(outputSensitivity(options), (site, of) => {
      const before = total;
      total = tf.tidy(() => {
        const own = contribution(site, of, options);
        return before ? tf.add(before, own) : own;
      });
      before?.dispose();
    });
    if (!total) throw new Error('a network without affine maps has no tangent kernel');
    return total;
  } catch (error) {
    total?.dispose();
    throw error;
  } finally {
    recording.dispose();
  }
}

/** The identity, K×K×1: each output depends on itself alone, in every row. With the root of 1/K the Gram is the mean. */
const outputSensitivity = ({ outputs, form }: NtkOptions): Sensitivity =>
  tf.tidy(() => {
    const unit: Sensitivity = tf.reshape(tf.eye(outputs), [outputs, outputs, 1]);
    return form === 'mean' ? tf.mul<Sensitivity>(unit, 1 / Math.sqrt(outputs)) : unit;
  });

/** (ws²·UUᵀ + bs²) ∘ ΔΔᵀ of one affine map. */
function contribution(site: AffineSite, of: Sensitivity, options: NtkOptions): tf.Tensor {
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

/** Checked, in float64, and symmetric where rows meet the same rows. */
function finished(values: Float32Array, n: number, options: NtkOptions): Matrix {
  if (!values.every(Number.isFinite)) throw notFinite();
  const blocks = options.form === 'full' ? options.outputs : 1;
  const columns = Math.min(options.columns ?? n, n);
  const width = blocks * columns;
  const theta = matrix(blocks * n, width, Float64Array.from(values));
  const { data } = theta;
  // Rows k·n + i with i < columns meet themselves as column k·columns + i.
  const rowOf = (column: number): number => Math.floor(column / columns) * n + (column % columns);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) {
      const here = rowOf(a) * width + b;
      const there = rowOf(b) * width + a;
      data[here] = data[there] = (data[here]! + data[there]!) / 2;
    }
  }
  return theta;
}

const notFinite = (): EngineFailure =>
  new EngineFailure({
    kind: 'diverged',
    sentence:
      'The kernel is not finite: values in this network go beyond what float32 holds (3.4e38).',
    action: 'Choose smaller weights (σ_w² or the constant), fewer layers or a smaller rate.',
  });
