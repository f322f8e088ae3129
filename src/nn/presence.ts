import type { Matrix } from '../math/matrix.ts';
import type { Grid } from './Grid.ts';
import type { Ops } from './Ops.ts';

/** Which steps of each sequence are there, n×1 of 0 and 1: from its first number that is not zero to the end. */
export function presence<T>(ops: Ops<T>, x: T, { columns: steps, channels }: Grid): readonly T[] {
  const all: T[] = [];
  let size: T | undefined;
  for (let t = 0; t < steps; t++) {
    for (let c = t * channels; c < (t + 1) * channels; c++) {
      // |x|: a square would lose small numbers in float32.
      const more = ops.leakyRelu(ops.columns(x, c, c + 1), -1);
      size = size === undefined ? more : ops.add(size, more);
    }
    if (size === undefined) throw new Error('a step has at least one number');
    all.push(ops.step(size));
  }
  return all;
}

/** The same for the rows of a matrix: for each sequence its first step, T for one that is zero throughout. */
export const firstSteps = (
  { rows, cols, data }: Matrix,
  { columns: steps, channels }: Grid,
): Int32Array =>
  Int32Array.from({ length: rows }, (_, i) => {
    const first = data.subarray(i * cols, (i + 1) * cols).findIndex((value) => value !== 0);
    return first < 0 ? steps : Math.floor(first / channels);
  });
