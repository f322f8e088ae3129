import { matrix, type Matrix } from '../../math/matrix.ts';
import { matrixOps } from '../matrixOps.ts';
import type { LossOps } from './Loss.ts';

/** Derivatives of losses on float64 matrices, a row for each sample. */
export const matrixLossOps: LossOps<Matrix> = {
  subtract: (a, b) => matrixOps.subtract(a, b),
  multiply: (a, b) => matrixOps.multiply(a, b),
  scale: (a, factor) => matrixOps.scale(a, factor),
  shift: (a, c) => matrixOps.shift(a, c),
  step: (a) => matrixOps.step(a),
  sigmoid: (a) => matrixOps.sigmoid(a),
  softmax: (a) =>
    byRow(a, (row) => {
      const most = row.reduce((largest, value) => Math.max(largest, value), -Infinity);
      const powers = row.map((value) => Math.exp(value - most));
      const sum = powers.reduce((total, power) => total + power, 0);
      return powers.map((power) => power / sum);
    }),
  rowSums: (a) =>
    byRow(a, (row) => {
      const sum = row.reduce((total, value) => total + value, 0);
      return row.map(() => sum);
    }),
};

function byRow(a: Matrix, map: (row: Float64Array) => Float64Array): Matrix {
  const result = matrix(a.rows, a.cols);
  for (let i = 0; i < a.rows; i++)
    result.data.set(map(a.data.subarray(i * a.cols, (i + 1) * a.cols)), i * a.cols);
  return result;
}
