import { accumulateProduct } from './accumulateProduct.ts';
import type { Block } from './accumulateProduct.ts';
import { gram, matrix, product, scaled, transpose, whole } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/**
 * Householder vectors v_j, whose first entry is 1: row j holds v_j in its columns from j + shift on;
 * what stands before is ignored.
 */
export interface Reflectors {
  readonly rows: Matrix;
  readonly shift: number;
  readonly taus: Float64Array;
}

/**
 * The first `cols` columns of H₀·H₁·…, where H_j = I − τ_j·v_j·v_jᵀ. Blocks of them are gathered as
 * I − V·T·Vᵀ (Schreiber & Van Loan 1989), so that nearly all work is matrix products.
 */
export function reflectorProduct({ rows, shift, taus }: Reflectors, cols: number): Matrix {
  const result = matrix(rows.cols, cols);
  for (let i = 0; i < cols; i++) result.data[i * cols + i] = 1;
  const size = 32;
  for (let start = size * Math.floor(taus.length / size); start >= 0; start -= size) {
    const blockTaus = taus.subarray(start, start + size);
    // Left of and above this corner the product so far is still the identity.
    const corner = start + shift;
    const width = cols - corner;
    if (width <= 0 || blockTaus.length === 0) continue;
    const v = vectors(rows, start, blockTaus.length, corner);
    const y = scaled(product(transpose(v), triangle(gram(v), blockTaus)), -1);
    const target: Block = { data: result.data, offset: corner * cols + corner, stride: cols };
    const w = matrix(v.rows, width);
    accumulateProduct(whole(w), whole(v), target, v.rows, v.cols, width);
    accumulateProduct(target, whole(y), whole(w), v.cols, v.rows, width);
  }
  return result;
}

/** Vᵀ of one block, from column `corner` on, with zeros before each vector's first entry. */
function vectors(rows: Matrix, start: number, count: number, corner: number): Matrix {
  const v = matrix(count, rows.cols - corner);
  for (let j = 0; j < count; j++) {
    const row = (start + j) * rows.cols;
    v.data.set(rows.data.subarray(row + corner + j, row + rows.cols), j * v.cols + j);
  }
  return v;
}

/** The upper triangular T of I − V·T·Vᵀ, from VᵀV and the τ. */
function triangle(overlaps: Matrix, taus: Float64Array): Matrix {
  const n = taus.length;
  const t = matrix(n, n);
  taus.forEach((tau, j) => {
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let l = i; l < j; l++) sum += t.data[i * n + l]! * overlaps.data[l * n + j]!;
      t.data[i * n + j] = -tau * sum;
    }
    t.data[j * n + j] = tau;
  });
  return t;
}
