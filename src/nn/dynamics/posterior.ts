import type { Eigh } from '../../math/eigh.ts';
import { choleskySolve } from '../../math/cholesky.ts';
import { jitteredCholesky } from '../../math/jitteredCholesky.ts';
import {
  add,
  matrix,
  product,
  productTransposed,
  subtract,
  symmetrized,
  transpose,
  type Matrix,
} from '../../math/matrix.ts';
import type { Motion } from './Motion.ts';

/** How the outputs at m inputs follow the residuals of n samples: f(x) = f_0(x) + A(y − f_0(X)). */
export interface Influence {
  /** A, m×n. */
  readonly weights: Matrix;
  /** What was added to the kernel's diagonal for it, relative to its mean diagonal entry. */
  readonly jitter: number;
}

/** A covariance between m inputs and n samples, as regression needs it. */
export interface Covariance {
  /** n×n and m×n. */
  readonly train: Matrix;
  readonly cross: Matrix;
  /** Of each of the m inputs with itself. */
  readonly variance: Float64Array;
}

/** A covariance between m inputs and n samples, with that of the m inputs among themselves. */
export interface JointCovariance extends Pick<Covariance, 'train' | 'cross'> {
  /** m×m. */
  readonly own: Matrix;
}

/** A normal law of outputs at m inputs: means m×K, and the variance of each of the K. */
export interface Normal {
  readonly mean: Matrix;
  readonly variance: Float64Array;
}

/** A = Θ(x, X) Θ⁻¹ of training without end, by Cholesky with jitter. Throws a RangeError as `jitteredCholesky` does. */
export function influenceAtEnd(theta: Matrix, cross: Matrix): Influence {
  const { factor, jitter } = jitteredCholesky(theta);
  return { weights: transpose(choleskySolve(factor, transpose(cross))), jitter };
}

/** A = Θ(x, X) Θ⁻¹ (1 − p_t) after t steps of a `motion` at pace ηc, by modes and so without jitter. */
export function influenceAt(
  { values, vectors }: Eigh,
  cross: Matrix,
  motion: Motion,
  pace: number,
  t: number,
): Influence {
  const modes = product(cross, vectors);
  const factors = values.map((value) => pace * motion(pace * value)(t));
  modes.data.forEach((value, p) => {
    modes.data[p] = value * factors[p % modes.cols]!;
  });
  return { weights: product(modes, transpose(vectors)), jitter: 0 };
}

/**
 * Outputs of infinitely wide networks over their starts f_0 ~ GP(0, K), once training has done what A says (Lee et al., 2019):
 * mean A·y, covariance K(x, x) + A K(X, X) Aᵀ − 2A K(X, x).
 */
export function ensemble({ weights: a }: Influence, start: Covariance, y: Matrix): Normal {
  const spread = product(a, start.train);
  return {
    mean: product(a, y),
    variance: start.variance.map((own, i) =>
      atLeastZero(own + rowProduct(spread, a, i) - 2 * rowProduct(a, start.cross, i)),
    ),
  };
}

/** The whole covariance of that law, m×m, of which `ensemble` has the diagonal: K(x, x) + A K(X, X) Aᵀ − A K(X, x) − K(x, X) Aᵀ. */
export function ensembleCovariance({ weights: a }: Influence, start: JointCovariance): Matrix {
  const { train, cross, own } = start;
  const mixed = productTransposed(a, cross);
  const spread = productTransposed(product(a, train), a);
  return symmetrized(subtract(add(own, spread), add(mixed, transpose(mixed))));
}

/**
 * Regression without noise on a Gaussian process of covariance K, which is what an infinitely wide network becomes if only its
 * readout trains, or by Bayes: mean K(x, X)K⁻¹y, variance K(x, x) − K(x, X)K⁻¹K(X, x). Throws a RangeError as `jitteredCholesky`
 * does.
 */
export function processRegression(
  k: Covariance,
  y: Matrix,
): Normal & { readonly influence: Influence } {
  const influence = influenceAtEnd(k.train, k.cross);
  const { weights } = influence;
  return {
    mean: product(weights, y),
    variance: k.variance.map((own, i) => atLeastZero(own - rowProduct(weights, k.cross, i))),
    influence,
  };
}

/** The whole covariance of that law, m×m: K(x, x) − A K(X, x) with A = K(x, X)K⁻¹. */
export const processCovariance = (
  { weights }: Influence,
  { cross, own }: JointCovariance,
): Matrix => symmetrized(subtract(own, productTransposed(weights, cross)));

/** The part of a covariance that belongs to inputs `from` to `to`. */
export const someOf = ({ mean, variance }: Normal, from: number, to: number): Normal => ({
  mean: matrix(to - from, mean.cols, mean.data.slice(from * mean.cols, to * mean.cols)),
  variance: variance.slice(from, to),
});

/** Rounding may leave a variance of nothing a little below it. */
const atLeastZero = (variance: number): number => (variance < 0 ? 0 : variance);

function rowProduct(a: Matrix, b: Matrix, i: number): number {
  let sum = 0;
  for (let j = 0; j < a.cols; j++) sum += a.data[i * a.cols + j]! * b.data[i * a.cols + j]!;
  return sum;
}
