import type * as tf from '@tensorflow/tfjs-core';
import type { Matrix } from '../math/matrix.ts';
import type { Network } from './network.ts';
import { ntkMatrix } from './ntkMatrix.ts';
import { ntkParts } from './ntkParts.ts';
import { runningSum } from './runningSum.ts';

/** Which kernel is asked for. */
export interface NtkOptions {
  /** K, the network's outputs. */
  readonly outputs: number;
  /** 'mean': (1/K) Σ_k Θ^{kk}. 'full': all K×K blocks, output-major (row k·N + i). */
  readonly form: 'mean' | 'full';
  /** c: the kernel of all N rows against the first c of them only. */
  readonly columns?: number;
}

/** Is shown what an affine map (by its weight's place) adds to the NTK, in the form of `TakePart`; the tensor is gone once it returns. */
export type SeePart = (weight: number, part: tf.Tensor) => void;

/**
 * The NTK of a finite network on rows x: N×N ('full': NK×NK), exactly symmetric, or with `columns` N×c (NK×cK); a float64
 * copy of a float32 result. By layers: Θ = Σ_l (ws²·UUᵀ + bs²) ∘ ΔΔᵀ with each affine map's inputs U and sensitivities Δ,
 * so that no per-example gradient of all weights is ever formed (Novak, Sohl-Dickstein & Schoenholz, 2022). `see` is shown the parts on the way. Throws an
 * EngineFailure 'diverged' if the result is not finite.
 */
export async function empiricalNtk(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
  see?: SeePart,
): Promise<Matrix> {
  const theta = sumOfParts(network, rows, options, see);
  try {
    return ntkMatrix(await theta.data<'float32'>(), rows.shape[0], options);
  } finally {
    theta.dispose();
  }
}

/** Θ on the backend: N×c, or K×N×K×c in full. */
function sumOfParts(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
  see?: SeePart,
): tf.Tensor {
  const total = runningSum();
  try {
    ntkParts(network, rows, options, (weight, part) =>
      total.add(() => {
        const value = part();
        see?.(weight, value);
        return value;
      }),
    );
    const theta = total.value();
    if (!theta) throw new Error('a network without affine maps has no tangent kernel');
    return theta;
  } catch (error) {
    total.dispose();
    throw error;
  }
}
