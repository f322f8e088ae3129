import type { Matrix } from '../../math/matrix.ts';
import { mean } from '../../math/summary.ts';

/** Row `i` of a matrix, in place. */
export const row = ({ cols, data }: Matrix, i: number): Float64Array =>
  data.subarray(i * cols, (i + 1) * cols);

/** Column `j` of a matrix, as a copy. */
export const column = ({ rows, cols, data }: Matrix, j: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => data[i * cols + j]!);

/** All rows of a matrix, in place. */
export const rowsOf = (x: Matrix): readonly Float64Array[] =>
  Array.from({ length: x.rows }, (_, i) => row(x, i));

/** The mean of squares. */
export const meanSquare = (values: Float64Array): number =>
  mean(values.map((value) => value * value));

/** How many samples each class has. */
export const classCounts = (labels: Int32Array, classes: number): readonly number[] =>
  Array.from({ length: classes }, (_, c) => labels.filter((label) => label === c).length);
