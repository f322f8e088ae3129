import { matrix } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { reflectorProduct } from './reflectorProduct.ts';
import { symmetricUnit } from './symmetricUnit.ts';
import { tridiagonalQr } from './tridiagonalQr.ts';
import { tridiagonalize } from './tridiagonalize.ts';

/** Eigenvalues in descending order and, in the same order, orthonormal eigenvectors as columns (n×n). */
export interface Eigh {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/**
 * Eigen-decomposition A = V·diag(values)·Vᵀ of a symmetric matrix: Householder tridiagonalization, then implicit
 * QR. Only + − × ÷ √ are used, so every engine gives the same bits. Each eigenvector's entry of largest magnitude
 * is positive. Asymmetry up to rounding in float32 is averaged away; throws a RangeError on a matrix that is not
 * square, not finite or visibly not symmetric.
 */
export function eigh(a: Matrix): Eigh {
  const { scaled, unit } = prepared(a);
  const n = a.rows;
  const { diagonal, offDiagonal, reflectors } = tridiagonalize(scaled);
  const basis = reflectorProduct(reflectors, n);
  tridiagonalQr(diagonal, offDiagonal, basis.data);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[j]! - diagonal[i]!);
  return {
    values: Float64Array.from(order, (i) => diagonal[i]! * unit),
    vectors: withFixedSigns(basis, order),
  };
}

/** The eigenvalues of `eigh` alone, in descending order, in a fraction of its time. Throws as `eigh` does. */
export function eigenvalues(a: Matrix): Float64Array {
  const { scaled, unit } = prepared(a);
  const { diagonal, offDiagonal } = tridiagonalize(scaled);
  tridiagonalQr(diagonal, offDiagonal);
  return diagonal.map((value) => value * unit).sort((x, y) => y - x);
}

/** A fresh symmetric copy of a in a unit of its own. */
function prepared(a: Matrix): { scaled: Matrix; unit: number } {
  const unit = symmetricUnit(a);
  const n = a.rows;
  const scaled = matrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      scaled.data[i * n + j] = 0.5 * (a.data[i * n + j]! / unit + a.data[j * n + i]! / unit);
    }
  }
  return { scaled, unit };
}

/** The columns of `basis` in the given order, each with its first entry of largest magnitude positive. */
function withFixedSigns(basis: Matrix, order: readonly number[]): Matrix {
  const n = basis.rows;
  const peaks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const value = basis.data[i * n + j]!;
      if (Math.abs(value) > Math.abs(peaks[j]!)) peaks[j] = value;
    }
  }
  const result = matrix(n, n);
  for (let i = 0; i < n; i++) {
    order.forEach((from, j) => {
      result.data[i * n + j] = basis.data[i * n + from]! * Math.sign(peaks[from]!);
    });
  }
  return result;
}
