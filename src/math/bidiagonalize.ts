import type { Matrix } from './matrix.ts';

/** A = U·B·Vᵀ with orthonormal U and V: the diagonal of the upper bidiagonal B (n) and what stands above it (n − 1). */
export interface Bidiagonal {
  readonly diagonal: Float64Array;
  readonly superdiagonal: Float64Array;
}

/** A Householder reflection I − τ·v·vᵀ of x with v = (1, x₁/pivot, x₂/pivot, …), and the β in its β·e₀. */
interface Reflection {
  readonly tau: number;
  readonly beta: number;
  readonly pivot: number;
}

/** Squares of what is smaller underflow; beside entries of order one it is nothing. */
const nothing = 1e-150;

/**
 * Householder reduction of a matrix with no fewer rows than columns to bidiagonal form (Golub & Kahan, 1965), in one pass over
 * the matrix for each column. Expects entries of order one, and destroys the matrix.
 */
export function bidiagonalize({ rows, cols, data }: Matrix): Bidiagonal {
  const diagonal = new Float64Array(cols);
  const superdiagonal = new Float64Array(Math.max(0, cols - 1));
  const column = new Float64Array(rows);
  /** Of each column, what the rows below the present one add to its product with the present column. */
  let sums = new Float64Array(cols);
  let nextSums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) column[i] = data[i * cols]!;
  for (let i = 1; i < rows; i++)
    for (let j = 1; j < cols; j++) sums[j]! += column[i]! * data[i * cols + j]!;

  const image = new Float64Array(cols);
  for (let k = 0; k < cols; k++) {
    const left = reflectionOf(column, k, rows);
    diagonal[k] = left.beta;
    if (k === cols - 1) break;
    // The row itself; then what both reflections do to all rows below.
    const top = k * cols;
    for (let j = k + 1; j < cols; j++) {
      image[j] = left.tau * (data[top + j]! + sums[j]! / left.pivot);
      data[top + j]! -= image[j]!;
    }
    const row = data.subarray(top, top + cols);
    const right = reflectionOf(row, k + 1, cols);
    superdiagonal[k] = right.beta;
    row[k + 1] = 1;
    for (let j = k + 2; j < cols; j++) row[j]! /= right.pivot;
    nextSums.fill(0);
    for (let i = k + 1; i < rows; i++) {
      const share = column[i]! / left.pivot;
      column[i] = reflectRow(data, i * cols, k + 1, cols, share, image, right.tau, row);
      if (i > k + 1) addRow(nextSums, column[i]!, data, i * cols, k + 2);
    }
    [sums, nextSums] = [nextSums, sums];
  }
  return { diagonal, superdiagonal };
}

function reflectionOf(x: Float64Array, start: number, end: number): Reflection {
  const first = x[start]!;
  let squares = 0;
  for (let i = start + 1; i < end; i++) squares += x[i]! * x[i]!;
  if (squares < nothing * nothing) return { tau: 0, beta: first, pivot: 1 };
  const norm = Math.sqrt(first * first + squares);
  const beta = first > 0 ? -norm : norm;
  return { tau: (beta - first) / beta, beta, pivot: first - beta };
}

/** Row ← (row − share·image)(I − τ·v·vᵀ) in the columns from `start`; returns its entry there. */
function reflectRow(
  data: Float64Array,
  offset: number,
  start: number,
  end: number,
  share: number,
  image: Float64Array,
  tau: number,
  v: Float64Array,
): number {
  let overlap = 0;
  for (let j = start; j < end; j++) {
    const value = data[offset + j]! - share * image[j]!;
    data[offset + j] = value;
    overlap += value * v[j]!;
  }
  overlap *= tau;
  for (let j = start; j < end; j++) data[offset + j]! -= overlap * v[j]!;
  return data[offset + start]!;
}

function addRow(
  sums: Float64Array,
  factor: number,
  data: Float64Array,
  offset: number,
  start: number,
): void {
  for (let j = start; j < sums.length; j++) sums[j]! += factor * data[offset + j]!;
}
