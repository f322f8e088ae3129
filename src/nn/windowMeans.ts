import { matrix, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { shiftedSums, type Rows } from './shiftedSums.ts';
import { shiftsOf } from './shifts.ts';
import type { Window } from './Window.ts';

/**
 * Means along a window's taps of a kernel of all pairs of positions, (P·rows)×(P·columns): entry (a, b) becomes
 * (1/q) Σ_β (a+β, b+β). Steps down are added up first, a row of the grid at a time so that their sums stay in the cache,
 * and then steps right: 3 + 3 numbers for a window of nine taps.
 */
export function meansOfPairs(a: Matrix, window: Window): Matrix {
  const { down, right } = shiftsOf(window);
  const count = positionsOf(window);
  const rows = a.rows / count;
  const result = matrix(a.rows, a.cols);
  const shape: Rows = { rows, width: a.cols, size: a.cols / count };
  const sums = new Float64Array(window.columns * rows * a.cols);
  for (let first = 0; first < count; first += window.columns) {
    for (let c = 0; c < window.columns; c++) {
      const seen = down.sees.map((sees) => sees[first + c]!);
      shiftedSums(sums, c, a.data, seen, down.stretches, shape, 1);
    }
    for (let c = 0; c < window.columns; c++) {
      const seen = right.sees.map((sees) => sees[first + c]! - first);
      shiftedSums(result.data, first + c, sums, seen, right.stretches, shape, shareOf(window));
    }
  }
  return result;
}

/**
 * Blocks of `size` numbers, one for each position, each replaced by the mean of what the window sees of them. Added up in
 * the same order as pairs of positions, so that variances are the very numbers on their diagonal.
 */
export function meansOfSame(values: Float64Array, size: number, window: Window): Float64Array {
  const { down, right } = shiftsOf(window);
  const shape: Rows = { rows: 1, width: values.length, size };
  const sums = new Float64Array(values.length);
  const means = new Float64Array(values.length);
  const here = (taps: readonly unknown[]): readonly number[] => taps.map(() => 0);
  shiftedSums(sums, 0, values, here(down.sees), down.stretches, shape, 1);
  shiftedSums(means, 0, sums, here(right.sees), right.stretches, shape, shareOf(window));
  return means;
}

const shareOf = ({ taps }: Window): number => 1 / taps.length;
