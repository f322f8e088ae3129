import { matrix, type Matrix } from '../../math/matrix.ts';

/** Every row scaled to |x|² = d, its number of entries; a row of zeros stays. */
export function onSphere(x: Matrix): Matrix {
  const result = matrix(x.rows, x.cols, x.data.slice());
  for (let i = 0; i < x.rows; i++) {
    const row = result.data.subarray(i * x.cols, (i + 1) * x.cols);
    const square = row.reduce((sum, value) => sum + value * value, 0);
    if (square > 0) row.forEach((value, j) => (row[j] = value * Math.sqrt(x.cols / square)));
  }
  return result;
}
