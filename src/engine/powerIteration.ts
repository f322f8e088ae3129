import * as tf from '@tensorflow/tfjs-core';
import { disposeOf, type Direction } from './hessian.ts';

/** How far to go: most products, the relative change below which the value has settled (twice in a row), and a chance for others in between. */
export interface PowerOptions {
  readonly breathe: () => Promise<void>;
  readonly products?: number;
  readonly tolerance?: number;
}

/**
 * The largest |eigenvalue| of a symmetric operator on directions by power iteration: ‖A v‖ for a unit v that has been through A
 * again and again, which grows towards it from below, whichever sign it has. `start` is consumed; what `product` gives is freed. NaN
 * where numbers go beyond float32.
 */
export async function powerIteration(
  product: (v: Direction) => Direction,
  start: Direction,
  { breathe, products = 20, tolerance = 3e-4 }: PowerOptions,
): Promise<number> {
  let v = start;
  let norm = await normOf(v);
  let value = 0;
  let settled = 0;
  try {
    for (let k = 0; k < products && norm > 0 && Number.isFinite(norm); k++) {
      await breathe();
      const before = v;
      const unit = scaledBy(before, 1 / norm);
      v = product(unit);
      disposeOf(before);
      disposeOf(unit);
      norm = await normOf(v);
      settled = Math.abs(norm - value) <= tolerance * norm ? settled + 1 : 0;
      value = norm;
      if (settled === 2) break;
    }
    return Number.isFinite(norm) ? value : NaN;
  } finally {
    disposeOf(v);
  }
}

const scaledBy = (v: Direction, factor: number): Direction =>
  v.map((part) => part && tf.tidy(() => tf.mul(part, factor)));

/** Root of the sum of all squares; the largest entry is taken out first, so that squares stay within float32. */
async function normOf(v: Direction): Promise<number> {
  const parts = v.filter((part) => part !== undefined);
  if (parts.length === 0) return 0;
  const facts = tf.tidy(() =>
    tf.stack(
      parts.flatMap((part) => {
        const largest = tf.max(tf.abs(part));
        const safe = tf.maximum(largest, 1e-30);
        return [largest, tf.sum(tf.square(tf.div(part, safe)))];
      }),
    ),
  );
  try {
    const values = await facts.data<'float32'>();
    let sum = 0;
    for (let k = 0; k < values.length; k += 2) sum += values[k]! ** 2 * values[k + 1]!;
    return Math.sqrt(sum);
  } finally {
    facts.dispose();
  }
}
