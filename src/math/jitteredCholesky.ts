import { cholesky } from './cholesky.ts';
import { assertSquare, matrix, trace, type Matrix } from './matrix.ts';

/** A factor L with L·Lᵀ = a + jitter·(mean diagonal entry of a)·I. */
export interface JitteredCholesky {
  readonly factor: Matrix;
  readonly jitter: number;
}

/**
 * The Cholesky factor of a positive semi-definite matrix with as little added to its diagonal as makes every pivot stand out from
 * rounding (n·2⁻⁵² of the mean diagonal entry): nothing, else 1e-15, 1e-14, … of that mean. Throws a RangeError where even 0.1
 * of it does not do: the matrix is not positive semi-definite, not finite, or zero.
 */
export function jitteredCholesky(a: Matrix): JitteredCholesky {
  assertSquare(a);
  const n = a.rows;
  const unit = trace(a) / n;
  for (const jitter of jitters) {
    const factor = attempt(lifted(a, jitter * unit));
    if (factor && leastPivot(factor) >= n * Number.EPSILON * unit) return { factor, jitter };
  }
  throw new RangeError(
    `A ${n}×${n} matrix of mean diagonal ${unit} is not positive semi-definite, even with a tenth of that added`,
  );
}

const jitters = [0, ...Array.from({ length: 15 }, (_, k) => Number(`1e${k - 15}`))];

function lifted(a: Matrix, by: number): Matrix {
  const result = matrix(a.rows, a.cols, a.data.slice());
  for (let i = 0; i < a.rows; i++) result.data[i * a.cols + i]! += by;
  return result;
}

function attempt(a: Matrix): Matrix | undefined {
  try {
    return cholesky(a);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const leastPivot = ({ rows, data }: Matrix): number => {
  let least = Infinity;
  for (let i = 0; i < rows; i++) least = Math.min(least, data[i * rows + i]! ** 2);
  return least;
};
