import type { Matrix } from '../../math/matrix.ts';

/** (1/2n) Σ_i ‖f(x_i) − y_i‖² of outputs and targets n×K. */
export function meanSquaredLoss(f: Matrix, y: Matrix): number {
  let sum = 0;
  for (let p = 0; p < f.data.length; p++) sum += (f.data[p]! - y.data[p]!) ** 2;
  return sum / (2 * f.rows);
}

/**
 * The share of samples that are put in the right class: by the sign of a single output, by the largest of several.
 * An output of exactly zero, or a tie for the largest, counts as wrong.
 */
export function accuracy(f: Matrix, y: Matrix): number {
  const { rows, cols } = f;
  let right = 0;
  for (let i = 0; i < rows; i++) {
    if (cols === 1 ? f.data[i]! * y.data[i]! > 0 : largest(f, i) === largest(y, i)) right++;
  }
  return right / rows;
}

/** The column of the largest entry of row i; −1 if several share it. */
function largest({ cols, data }: Matrix, i: number): number {
  const row = data.subarray(i * cols, (i + 1) * cols);
  const most = row.reduce((a, b) => Math.max(a, b));
  const count = row.reduce((sum, value) => sum + (value === most ? 1 : 0), 0);
  return count === 1 ? row.indexOf(most) : -1;
}
