import type { Eigh } from '../../math/eigh.ts';
import { add, matrix, product, subtract, transpose, type Matrix } from '../../math/matrix.ts';
import { descent, type Motion } from './Motion.ts';
import { stacked, unstacked } from './outputMajor.ts';

/** A network that trains as its kernel says: Θ at the start stands for Θ at all times. */
export interface LinearizedModel {
  /** Θ(X, X): n×n, which acts on each of K outputs alike, or nK×nK, output-major (row k·n + i). */
  readonly kernel: Eigh;
  /** Θ(x, X) of m other inputs: m×n or mK×nK. */
  readonly cross?: Matrix;
  /** Outputs at the start, n×K and m×K, and targets, n×K. */
  readonly f0: Matrix;
  readonly fTest0?: Matrix;
  readonly y: Matrix;
  readonly eta: number;
  /** c of a loss c·Σ½‖f − y‖²; 1/n if absent. */
  readonly factor?: number;
  /** Gradient descent if absent. */
  readonly motion?: Motion;
}

/** Outputs after some number of steps: n×K, and m×K where the model has other inputs. */
export interface Outputs {
  readonly f: Matrix;
  readonly fTest?: Matrix;
}

/**
 * Full-batch training on c·Σ½‖f − y‖² with a constant kernel, in closed form (Lee et al., 2019; here in discrete steps, too):
 * f_t = y + p_t(f_0 − y) and f_t(x) = f_0(x) + Θ(x, X) Θ⁻¹ (I − p_t)(y − f_0(X)), where p_t = (I − ηcΘ)^t in gradient descent,
 * e^{−ηcΘt} in gradient flow. Works by eigenmodes, so that Θ need not be invertible; returns the outputs at each of the steps
 * asked for. Throws a RangeError where shapes do not fit.
 */
export function linearized(
  model: LinearizedModel,
): (steps: readonly number[]) => readonly Outputs[] {
  const { kernel, cross, f0, fTest0, y, eta, motion = descent } = model;
  const n = f0.rows;
  const pace = eta * (model.factor ?? 1 / n);
  const blocks = kernel.values.length / n;
  if (blocks !== 1 && blocks !== f0.cols)
    throw new RangeError(
      `A kernel of size ${kernel.values.length} fits neither ${n} inputs nor ${f0.cols} outputs of each`,
    );
  const start = stacked(f0, blocks);
  /** What each mode still has to learn: Vᵀ(y − f_0). */
  const missing = product(transpose(kernel.vectors), subtract(stacked(y, blocks), start));
  const others = cross &&
    fTest0 && {
      modes: product(cross, kernel.vectors),
      start: stacked(fTest0, blocks),
      count: fTest0.rows,
    };
  const rates = kernel.values.map((value) => pace * value);
  const moves = Array.from(rates, motion);

  return (steps) => {
    const learned = product(
      kernel.vectors,
      spread(missing, steps, (i, t) => rates[i]! * moves[i]!(t)),
    );
    // Θ(x, X) V diag(x·q)/λ is ηc times Θ(x, X) V diag(q).
    const moved =
      others &&
      product(
        others.modes,
        spread(missing, steps, (i, t) => moves[i]!(t)),
      );
    return steps.map((_, place): Outputs => {
      const f = unstacked(add(start, part(learned, place, start.cols)), n);
      if (!moved) return { f };
      const change = part(moved, place, start.cols, pace);
      return { f, fTest: unstacked(add(others.start, change), others.count) };
    });
  };
}

/** size×(T·C): for each step one copy of `modes` (size×C) with row i multiplied by factor(i, step). */
function spread(
  modes: Matrix,
  steps: readonly number[],
  factor: (mode: number, step: number) => number,
): Matrix {
  const { rows, cols, data } = modes;
  const result = matrix(rows, steps.length * cols);
  for (let i = 0; i < rows; i++) {
    steps.forEach((step, place) => {
      const c = factor(i, step);
      for (let k = 0; k < cols; k++)
        result.data[i * result.cols + place * cols + k] = c * data[i * cols + k]!;
    });
  }
  return result;
}

/** Columns place·cols … place·cols + cols − 1 of a, times a factor. */
function part(a: Matrix, place: number, cols: number, factor = 1): Matrix {
  const result = matrix(a.rows, cols);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < cols; k++)
      result.data[i * cols + k] = factor * a.data[i * a.cols + place * cols + k]!;
  }
  return result;
}
