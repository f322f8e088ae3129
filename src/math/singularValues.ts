import { bidiagonalize } from './bidiagonalize.ts';
import { matrix, transpose, type Matrix } from './matrix.ts';
import { tridiagonalQr } from './tridiagonalQr.ts';

/**
 * The singular values of any matrix, descending, min(rows, cols) of them, each within a few rounding errors of the largest: by
 * bidiagonalization, whose values are those of a symmetric tridiagonal matrix with a zero diagonal, ±σ (Golub & Kahan, 1965).
 * Throws a RangeError on a matrix that is not finite.
 */
export function singularValues(a: Matrix): Float64Array {
  const n = Math.min(a.rows, a.cols);
  const largest = a.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!Number.isFinite(largest))
    throw new RangeError('The matrix is not finite: there are no singular values');
  if (largest === 0) return new Float64Array(n);
  // A power of two, so that dividing by it costs no digit.
  const unit = 2 ** Math.floor(Math.log2(largest));
  const { rows, cols, data } = a.rows < a.cols ? transpose(a) : a;
  const scaled = matrix(
    rows,
    cols,
    data.map((value) => value / unit),
  );
  const { diagonal, superdiagonal } = bidiagonalize(scaled);
  const couplings = new Float64Array(2 * n - 1);
  diagonal.forEach((value, k) => (couplings[2 * k] = value));
  superdiagonal.forEach((value, k) => (couplings[2 * k + 1] = value));
  const both = new Float64Array(2 * n);
  tridiagonalQr(both, couplings);
  both.sort();
  return Float64Array.from({ length: n }, (_, k) => (unit / 2) * (both[2 * n - 1 - k]! - both[k]!));
}

/** About the multiplications that the singular values of a rows×cols matrix take. */
export const singularValuesCost = (rows: number, cols: number): number =>
  2 * rows * cols * Math.min(rows, cols);
