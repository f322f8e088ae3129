import { tridiagonalQr } from './tridiagonalQr.ts';

/** What a tridiagonal matrix of Lanczos iteration says of the largest eigenvalue. */
export interface Ritz {
  readonly value: number;
  /** ‖A·x − value·x‖ of the unit vector x that belongs to it. */
  readonly residual: number;
  /** A bound on the value's error: the residual ρ, or ρ²/gap where the next Ritz value is far enough (Parlett 1998, §11.7). */
  readonly error: number;
}

/**
 * The largest eigenvalue of the tridiagonal matrix that k steps of Lanczos iteration have led to, `offDiagonal` one shorter;
 * `beta` is the norm of what the last step left over.
 */
export function largestRitz(
  diagonal: readonly number[],
  offDiagonal: readonly number[],
  beta: number,
): Ritz {
  const values = Float64Array.from(diagonal);
  // Times the eigenvectors this row becomes their last entries, which give the residuals.
  const last = new Float64Array(values.length);
  last[last.length - 1] = 1;
  tridiagonalQr(values, Float64Array.from(offDiagonal), last);
  const best = values.indexOf(values.reduce((most, value) => Math.max(most, value)));
  const value = values[best]!;
  const residual = beta * Math.abs(last[best]!);
  const second = values.reduce(
    (most, other, i) => (i === best ? most : Math.max(most, other)),
    -Infinity,
  );
  const gap = value - second - residual;
  return { value, residual, error: gap > residual ? (residual * residual) / gap : residual };
}
