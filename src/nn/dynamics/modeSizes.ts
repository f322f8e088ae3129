import type { Matrix } from '../../math/matrix.ts';
import { stacked } from './outputMajor.ts';

/**
 * |⟨v_i, r⟩| for the first `count` columns v_i of `vectors` and a residual r (n×K): norms over outputs where the vectors are of
 * n entries, one number where they are of all nK, output-major.
 */
export function modeSizes(vectors: Matrix, residual: Matrix, count: number): Float64Array {
  const size = vectors.cols;
  const { cols, data } = stacked(residual, size / residual.rows);
  const sums = new Float64Array(count * cols);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < cols; k++) {
      const r = data[i * cols + k]!;
      for (let m = 0; m < count; m++) sums[m * cols + k]! += vectors.data[i * size + m]! * r;
    }
  }
  const squares = new Float64Array(count);
  sums.forEach((sum, place) => (squares[Math.floor(place / cols)]! += sum * sum));
  return squares.map(Math.sqrt);
}
