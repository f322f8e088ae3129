import type * as tf from '@tensorflow/tfjs-core';
import type { NtkOptions } from '../empiricalNtk.ts';
import type { Network } from '../network.ts';
import { ntkParts } from '../ntkParts.ts';
import { runningSum, type RunningSum } from '../runningSum.ts';

/** What each map of a network adds to its NTK on rows x, whole, by the places of weights; the caller's to dispose of. */
export function partSums(
  network: Network,
  x: tf.Tensor2D,
  options: NtkOptions,
): ReadonlyMap<number, tf.Tensor> {
  const sums = new Map<number, RunningSum>();
  try {
    ntkParts(network, x, options, (weight, part) => {
      const sum = sums.get(weight) ?? runningSum();
      sums.set(weight, sum);
      sum.add(part);
    });
    return new Map(Array.from(sums, ([weight, sum]) => [weight, sum.value()!]));
  } catch (error) {
    sums.forEach((sum) => sum.dispose());
    throw error;
  }
}
