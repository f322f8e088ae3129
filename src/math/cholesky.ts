import { assertSquare, matrix } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/**
 * The lower triangular L with a = L·Lᵀ; reads only a's lower triangle. Throws, with the pivot's index and value,
 * where a is not positive definite.
 */
export function cholesky(a: Matrix): Matrix {
  assertSquare(a);
  const n = a.rows;
  const l = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const rest = a.data[i * n + j]! - dot(l.data, i * n, j * n, j);
      if (j < i) {
        l.data[i * n + j] = rest / l.data[j * n + j]!;
      } else if (rest > 0 && rest < Infinity) {
        l.data[i * n + i] = Math.sqrt(rest);
      } else {
        throw new RangeError(
          `Not positive definite: pivot ${i} of ${n} is ${rest}. A small multiple of the identity may be added`,
        );
      }
    }
  }
  return l;
}

/** The X in L·Lᵀ·X = b, one solution for each column of b, with L from `cholesky`. Throws on other shapes. */
export function choleskySolve(l: Matrix, b: Matrix): Matrix {
  assertSquare(l);
  const n = l.rows;
  if (b.rows !== n) throw new RangeError(`Cannot solve ${n}×${n} for ${b.rows}×${b.cols}`);
  const x = matrix(n, b.cols, b.data.slice());
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) subtractRow(x, i, j, l.data[i * n + j]!);
    divideRow(x, i, l.data[i * n + i]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    divideRow(x, i, l.data[i * n + i]!);
    for (let j = 0; j < i; j++) subtractRow(x, j, i, l.data[i * n + j]!);
  }
  return x;
}

function dot(data: Float64Array, a: number, b: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += data[a + k]! * data[b + k]!;
  return sum;
}

function subtractRow(x: Matrix, target: number, source: number, factor: number): void {
  const { cols, data } = x;
  for (let k = 0; k < cols; k++) data[target * cols + k]! -= factor * data[source * cols + k]!;
}

function divideRow(x: Matrix, row: number, divisor: number): void {
  for (let k = row * x.cols; k < (row + 1) * x.cols; k++) x.data[k]! /= divisor;
}
