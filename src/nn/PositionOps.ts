import type { Window } from './Window.ts';

/**
 * The operations that know of positions. Samples with P positions are (n·P)×channels, sample after sample, so that affine
 * maps and element-wise operations need not know: what they do is shared over positions.
 */
export interface PositionOps<T> {
  /** The same numbers in rows of `columns`: n×(P·C) to (n·P)×C, or back. */
  regroup(a: T, columns: number): T;
  /** (n·P)×C to (n·P)×(q·C): what the window's taps see, tap after tap. */
  patches(a: T, window: Window): T;
  /** (n·P)×C to n×C: the mean over the positions of each sample. */
  average(a: T, positions: number): T;
  /** Columns `from` up to, not including, `to`. */
  columns(a: T, from: number, to: number): T;
  /** Columns of one after columns of the other, all with the same rows. */
  join(parts: readonly T[]): T;
  /** Every row of a multiplied by the one number in that row of `by` (n×1), which depends on no parameter. */
  weighRows(a: T, by: T): T;
}
