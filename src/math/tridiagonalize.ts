import { reflection } from './householder.ts';
import { matrix } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import type { Reflectors } from './reflectorProduct.ts';

/** A = Q·T·Qᵀ: T's diagonal (n), its off-diagonal (n − 1), and Q as a product of reflections. */
export interface Tridiagonal {
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  readonly reflectors: Reflectors;
}

/**
 * Householder reduction of a symmetric matrix to tridiagonal form (Golub & Van Loan 2013, §8.3.1).
 * Reads only the upper triangle, and destroys it.
 */
export function tridiagonalize(a: Matrix): Tridiagonal {
  const n = a.rows;
  const A = a.data;
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(Math.max(0, n - 1));
  const taus = new Float64Array(Math.max(0, n - 1));
  let v = new Float64Array(n);
  let w = new Float64Array(n);
  let next = new Float64Array(n);
  let image = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const row = k * n;
    for (let j = k; j < n; j++) A[row + j]! -= v[k]! * w[j]! + w[k]! * v[j]!;
    diagonal[k] = A[row + k]!;
    if (k === n - 1) break;
    const { tau, beta } = reflection(A, row + k + 1, row + n);
    offDiagonal[k] = beta;
    taus[k] = tau;
    next.set(A.subarray(row + k + 1, row + n), k + 1);
    updateAndApply(a, k + 1, v, w, next, image);

    // A ← H·A·H = A − v·wᵀ − w·vᵀ with w = τ·A·v − (τ²/2)(vᵀA·v)·v; the next pass carries it out.
    let overlap = 0;
    for (let j = k + 1; j < n; j++) overlap += image[j]! * next[j]!;
    const shift = 0.5 * tau * tau * overlap;
    for (let j = k + 1; j < n; j++) image[j] = tau * image[j]! - shift * next[j]!;
    [v, next] = [next, v];
    [w, image] = [image, w];
  }
  return { diagonal, offDiagonal, reflectors: { rows: matrix(n, n, A), shift: 1, taus } };
}

/**
 * In one pass over the upper triangle from (first, first) on: A ← A − v·wᵀ − w·vᵀ, then image = A·x.
 * Joining the two halves the memory traffic, which is what a large reduction waits for.
 */
function updateAndApply(
  a: Matrix,
  first: number,
  v: Float64Array,
  w: Float64Array,
  x: Float64Array,
  image: Float64Array,
): void {
  const n = a.cols;
  const A = a.data;
  image.fill(0, first);
  let r = first;
  for (; r + 1 < n; r += 2) {
    const row0 = r * n;
    const row1 = row0 + n;
    const v0 = v[r]!;
    const v1 = v[r + 1]!;
    const w0 = w[r]!;
    const w1 = w[r + 1]!;
    const x0 = x[r]!;
    const x1 = x[r + 1]!;
    const a00 = A[row0 + r]! - 2 * v0 * w0;
    const a01 = A[row0 + r + 1]! - v0 * w1 - w0 * v1;
    const a11 = A[row1 + r + 1]! - 2 * v1 * w1;
    A[row0 + r] = a00;
    A[row0 + r + 1] = a01;
    A[row1 + r + 1] = a11;
    let sum0 = a00 * x0 + a01 * x1;
    let sum1 = a01 * x0 + a11 * x1;
    for (let j = r + 2; j < n; j++) {
      const vj = v[j]!;
      const wj = w[j]!;
      const xj = x[j]!;
      const p = A[row0 + j]! - v0 * wj - w0 * vj;
      const q = A[row1 + j]! - v1 * wj - w1 * vj;
      A[row0 + j] = p;
      A[row1 + j] = q;
      sum0 += p * xj;
      sum1 += q * xj;
      image[j]! += p * x0 + q * x1;
    }
    image[r]! += sum0;
    image[r + 1]! += sum1;
  }
  if (r < n) {
    const corner = A[r * n + r]! - 2 * v[r]! * w[r]!;
    A[r * n + r] = corner;
    image[r]! += corner * x[r]!;
  }
}
