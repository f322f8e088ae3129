import { matrix, product, scaled, subtract, type Matrix } from '../../math/matrix.ts';
import type { Outputs } from './linearized.ts';
import type { Loss } from './Loss.ts';
import { matrixLossOps } from './matrixLossOps.ts';
import { stacked, unstacked } from './outputMajor.ts';

/** A network that trains as its kernel says, on any loss. */
export interface TangentModel {
  /** Θ(X, X): n×n, which acts on each of K outputs alike, or nK×nK, output-major. */
  readonly theta: Matrix;
  /** Θ(x, X) of m other inputs: m×n or mK×nK. */
  readonly cross?: Matrix;
  /** Outputs at the start, n×K and m×K, and targets, n×K. */
  readonly f0: Matrix;
  readonly fTest0?: Matrix;
  readonly y: Matrix;
  readonly eta: number;
  readonly loss: Loss;
}

/**
 * The weights of a tangent model move within the span of the gradients at the start: w_t = w_0 − Jᵀa, with a number in a for
 * each output of each sample (n×K). So f = f_0 − Θa on the samples, and f_0 − Θ(x, X)a elsewhere.
 */
export function tangentOutputs(model: TangentModel, a: Matrix): Outputs {
  const { cross, f0, fTest0 } = model;
  const f = trainOutputs(model, a);
  return cross && fTest0 ? { f, fTest: moved(cross, f0.rows, fTest0, a) } : { f };
}

/** f_0 − Θa alone. */
export const trainOutputs = ({ theta, f0 }: TangentModel, a: Matrix): Matrix =>
  moved(theta, f0.rows, f0, a);

/**
 * The derivative of the loss by the outputs f, n×K; of a mini-batch, whose loss is of its rows alone, if `rows` says which: zero
 * elsewhere.
 */
export function outputSlope({ loss, y }: TangentModel, f: Matrix, rows?: Int32Array): Matrix {
  const slope = loss.slope(matrixLossOps, f, y);
  if (!rows) return scaled(slope, loss.normalization(f.rows));
  const factor = loss.normalization(rows.length);
  const result = matrix(f.rows, f.cols);
  for (const row of rows)
    for (let p = row * f.cols; p < (row + 1) * f.cols; p++)
      result.data[p] = factor * slope.data[p]!;
  return result;
}

/** Multiplications that one product with Θ takes. */
export const costOfStep = ({ theta, f0 }: Pick<TangentModel, 'theta' | 'f0'>): number =>
  theta.rows * f0.rows * f0.cols;

const moved = (kernel: Matrix, n: number, start: Matrix, a: Matrix): Matrix => {
  const blocks = kernel.cols / n;
  return subtract(start, unstacked(product(kernel, stacked(a, blocks)), start.rows));
};
