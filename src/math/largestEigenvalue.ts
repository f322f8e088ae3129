import type { Matrix } from './matrix.ts';
import { largestRitz } from './ritz.ts';
import { normals, stream } from './rng.ts';
import { symmetricUnit } from './symmetricUnit.ts';

/** How far to go: relative error aimed at (default 10⁻¹²), and products with the matrix at most (default n). */
export interface LargestEigenvalueOptions {
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

/**
 * The largest eigenvalue of a symmetric matrix by Lanczos iteration with full reorthogonalization from
 * a fixed random start (Golub & Van Loan 2013, §10.1, §10.3). Where it stops at maxIterations the
 * result is a lower bound. Throws on an empty matrix, and as `eigh` does.
 */
export function largestEigenvalue(
  a: Matrix,
  { tolerance = 1e-12, maxIterations = a.rows }: LargestEigenvalueOptions = {},
): number {
  const unit = symmetricUnit(a);
  const n = a.rows;
  if (n === 0) throw new RangeError('An empty matrix has no largest eigenvalue');
  const steps = Math.max(1, Math.min(n, maxIterations));
  const basis = [normalized(normals(stream('largestEigenvalue'), n))];
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  for (let k = 0; ; k++) {
    const q = basis[k]!;
    const image = applied(a, q, unit);
    diagonal.push(dot(image, q));
    // Twice is enough (Parlett 1998, §6.9): the second pass removes what rounding left of the first.
    for (let pass = 0; pass < 2; pass++) for (const earlier of basis) remove(image, earlier);
    const beta = Math.sqrt(dot(image, image));
    const exhausted = k + 1 === steps || beta < Number.EPSILON;
    if (exhausted || k % 8 === 7) {
      const { value, error } = largestRitz(diagonal, offDiagonal, beta);
      if (exhausted || error <= tolerance * Math.abs(value)) return value * unit;
    }
    offDiagonal.push(beta);
    basis.push(image.map((x) => x / beta));
  }
}

/** a·q/unit. */
function applied(a: Matrix, q: Float64Array, unit: number): Float64Array {
  return q.map((_, i) => dot(a.data.subarray(i * a.cols, (i + 1) * a.cols), q) / unit);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** Takes the part along the unit vector q out of x. */
function remove(x: Float64Array, q: Float64Array): void {
  const overlap = dot(x, q);
  for (let i = 0; i < x.length; i++) x[i]! -= overlap * q[i]!;
}

function normalized(x: Float64Array): Float64Array {
  const norm = Math.sqrt(dot(x, x));
  return x.map((value) => value / norm);
}
