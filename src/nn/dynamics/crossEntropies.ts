import type { Matrix } from '../../math/matrix.ts';
import type { Loss } from './Loss.ts';

/**
 * −log of the softmax of the right class, the one whose target is above 0, averaged over samples. Its slope p − onehot is put
 * together from the other classes' p alone, so that it keeps its digits as the right class's p comes to 1. Its Hessian
 * diag(p) − ppᵀ has no eigenvalue above 1/2 (that of p = (½, ½, 0, …)).
 */
export const softmax: Loss = {
  id: 'softmax',
  isSquare: false,
  normalization: (n) => 1 / n,
  curvature: 1 / 2,
  value: (f, y) => {
    let sum = 0;
    for (let i = 0; i < f.rows; i++) sum += surprise(rowOf(f, i), rowOf(y, i));
    return sum / f.rows;
  },
  slope: (ops, f, y) => {
    const right = ops.step(y);
    const wrong = ops.shift(ops.scale(right, -1), 1);
    const others = ops.multiply(ops.softmax(f), wrong);
    return ops.subtract(others, ops.multiply(right, ops.rowSums(others)));
  },
};

/** log(1 + e^{−yf}) of one output and targets ±1, averaged over samples; its second derivative is 1/4 at most, at f = 0. */
export const logistic: Loss = {
  id: 'logistic',
  isSquare: false,
  normalization: (n) => 1 / n,
  curvature: 1 / 4,
  value: (f, y) =>
    f.data.reduce((sum, output, p) => sum + softplus(-y.data[p]! * output), 0) / f.rows,
  slope: (ops, f, y) => {
    const minus = ops.scale(y, -1);
    return ops.multiply(minus, ops.sigmoid(ops.multiply(minus, f)));
  },
};

/** log Σ_k e^{f_k − f_c} for the right class c, without overflow and with all digits where it is small. */
function surprise(f: Float64Array, y: Float64Array): number {
  const right = y.findIndex((target) => target > 0);
  const gaps = f.map((output) => output - f[right]!).filter((_, k) => k !== right);
  const most = Math.max(0, ...gaps);
  const others = gaps.reduce((sum, gap) => sum + Math.exp(gap - most), 0);
  return most === 0 ? Math.log1p(others) : most + Math.log(Math.exp(-most) + others);
}

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

const rowOf = ({ cols, data }: Matrix, i: number): Float64Array =>
  data.subarray(i * cols, (i + 1) * cols);
