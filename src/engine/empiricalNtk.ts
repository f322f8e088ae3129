import * as tf from '@tensorflow/tfjs-core';
import type { Matrix } from '../math/matrix.ts';
import { trace } from '../nn/trace.ts';
import { layerNtk } from './layerNtk.ts';
import type { Network } from './network.ts';
import { ntkMatrix } from './ntkMatrix.ts';
import { record } from './record.ts';
import { sharedSites } from './sharedSites.ts';
import { runningSum, type RunningSum } from './runningSum.ts';
import type { Sensitivity } from './tape.ts';

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
  const theta = sumOverOutputs(network, rows, options);
  try {
    return ntkMatrix(await theta.data<'float32'>(), rows.shape[0], options);
  } finally {
    theta.dispose();
  }
}

/** How many outputs are taken back through the network at once, for kernels of `form` on N rows. */
export function outputsAtOnce({ outputs, form }: NtkOptions, rows: number, widest: number): number {
  if (form === 'full') return outputs;
  return Math.max(1, Math.min(outputs, Math.floor(mostAtOnce / (rows * widest))));
}

/** 64 MiB of float32: half of what WebGPU binds at least, and a few of them fit into WASM's memory. */
const mostAtOnce = 2 ** 24;

/** Θ on the backend: N×c, or K×N×K×c in full. */
function sumOverOutputs(network: Network, rows: tf.Tensor2D, options: NtkOptions): tf.Tensor {
  const sizes = trace(network.layer, rows.shape[1]);
  const widest = Math.max(...sizes.map(({ positions, features }) => positions * features));
  const size = outputsAtOnce(options, rows.shape[0], widest);
  const total = runningSum();
  try {
    for (let first = 0; first < options.outputs; first += size) {
      addLayers(network, rows, options, outputSensitivity(options, first, size), total);
    }
    const theta = total.value();
    if (!theta) throw new Error('a network without affine maps has no tangent kernel');
    return theta;
  } catch (error) {
    total.dispose();
    throw error;
  }
}

/** Adds every layer's part to `total`. */
function addLayers(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
  sensitivity: Sensitivity,
  total: RunningSum,
): void {
  const recording = record(network, rows);
  const [samples] = rows.shape;
  const shared = sharedSites();
  try {
    recording.sweep(sensitivity, (site, of) => {
      const { weights, input } = site;
      if (recording.uses(weights.weight) > 1) {
        shared.keep(site, of);
        return;
      }
      const { flipped } = input;
      const value = input.value as tf.Tensor2D;
      total.add(() =>
        layerNtk({ input: value, flipped, weights, sensitivity: of }, samples, options),
      );
    });
    shared.each(samples, (site) => total.add(() => layerNtk(site(), samples, options)));
  } finally {
    shared.dispose();
    recording.dispose();
  }
}

/**
 * Columns of the identity, K×size×1: each output depends on itself alone, in every row. With the root of 1/K in it, Gram
 * matrices are parts of the mean.
 */
const outputSensitivity = (
  { outputs, form }: NtkOptions,
  first: number,
  size: number,
): Sensitivity =>
  tf.tidy(() => {
    const count = Math.min(size, outputs - first);
    const unit = tf.slice(tf.eye(outputs), [0, first], [outputs, count]);
    return tf.reshape(form === 'mean' ? tf.mul(unit, 1 / Math.sqrt(outputs)) : unit, [
      outputs,
      count,
      1,
    ]);
  });
