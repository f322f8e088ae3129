import { matrix, type Matrix } from '../../math/matrix.ts';

/** Inputs to train and to test on. */
export interface Inputs {
  readonly x: Matrix;
  readonly xTest: Matrix;
}

/**
 * Inputs shifted and scaled to zero mean and unit variance over the training set, each coordinate by itself or all
 * with one mean and one variance; the test set by the same numbers. A coordinate that is constant in training becomes 0.
 */
export function standardized({ x, xTest }: Inputs, each: 'coordinate' | 'whole'): Inputs {
  const stride = each === 'coordinate' ? x.cols : 1;
  const moments = Array.from({ length: stride }, (_, at) => momentsOf(x.data, at, stride));
  const scale = (a: Matrix): Matrix =>
    matrix(
      a.rows,
      a.cols,
      a.data.map((value, p) => {
        const { mean, spread } = moments[p % stride]!;
        return spread > 0 ? (value - mean) / spread : 0;
      }),
    );
  return { x: scale(x), xTest: scale(xTest) };
}

interface Moments {
  readonly mean: number;
  readonly spread: number;
}

/** Mean and standard deviation of every `stride`-th value from `at` on. */
function momentsOf(values: Float64Array, at: number, stride: number): Moments {
  const count = values.length / stride;
  const first = values[at]!;
  let sum = 0;
  // Distances from the first value: those of a constant coordinate are exactly zero.
  for (let p = at; p < values.length; p += stride) sum += values[p]! - first;
  const mean = first + sum / count;
  let squares = 0;
  for (let p = at; p < values.length; p += stride) squares += (values[p]! - mean) ** 2;
  return { mean, spread: Math.sqrt(squares / count) };
}
