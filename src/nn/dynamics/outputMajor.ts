import { matrix, transpose, type Matrix } from '../../math/matrix.ts';

/**
 * Outputs n×K as a kernel of `blocks` diagonal blocks acts on them: unchanged for one block, else one column of nK
 * entries, output-major (entry k·n + i).
 */
export const stacked = (f: Matrix, blocks: number): Matrix =>
  blocks === 1 ? f : matrix(f.rows * f.cols, 1, transpose(f).data);

/** The inverse of `stacked` for n inputs. */
export const unstacked = (f: Matrix, n: number): Matrix =>
  f.rows === n ? f : transpose(matrix(f.rows / n, n, f.data));
