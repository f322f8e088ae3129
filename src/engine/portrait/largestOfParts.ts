import * as tf from '@tensorflow/tfjs-core';
import { largestEigenvalue } from '../../math/largestEigenvalue.ts';
import { mostFullRows } from '../../spec/checks.ts';
import type { Network } from '../network.ts';
import { ntkMatrix } from '../ntkMatrix.ts';
import { ntkParts } from '../ntkParts.ts';
import { runningSum, type RunningSum } from '../runningSum.ts';

/** Largest eigenvalues of a full NTK and of its parts. */
export interface LargestOfParts {
  /** By the places of weights; a map without a way to the outputs has none. */
  readonly parts: ReadonlyMap<number, number>;
  readonly whole: number;
}

/**
 * λ_max of the parts that these weights (places) have in the full NTK of a network on rows x, nK×nK, and of all of it; nothing where
 * that would have more than `mostFullRows` rows. Throws an EngineFailure 'diverged' if one is not finite.
 */
export async function largestOfParts(
  network: Network,
  x: tf.Tensor2D,
  outputs: number,
  weights: readonly number[],
  breathe: () => Promise<void>,
): Promise<LargestOfParts | undefined> {
  const [n] = x.shape;
  if (n * outputs > mostFullRows) return undefined;
  const options = { outputs, form: outputs === 1 ? 'mean' : 'full' } as const;
  const wanted = new Set(weights);
  const whole = runningSum();
  const sums = new Map<number, RunningSum>();
  const largest = async (sum: RunningSum): Promise<number> => {
    await breathe();
    const values = await sum.value()!.data<'float32'>();
    return largestEigenvalue(ntkMatrix(values, n, options), { tolerance: 1e-9 });
  };
  try {
    ntkParts(network, x, options, (weight, part) => {
      const sum = wanted.has(weight) ? (sums.get(weight) ?? runningSum()) : whole;
      if (sum !== whole) sums.set(weight, sum);
      sum.add(part);
    });
    for (const sum of sums.values()) whole.add(() => tf.clone(sum.value()!));
    const parts = new Map<number, number>();
    for (const [weight, sum] of sums) parts.set(weight, await largest(sum));
    return { parts, whole: await largest(whole) };
  } finally {
    whole.dispose();
    sums.forEach((sum) => sum.dispose());
  }
}
