import type { Ops } from './Ops.ts';
import type { Entry, Settings } from './Settings.ts';

/** Covariance of a pair of centred Gaussians (u, v). */
export interface Covariance {
  readonly k11: number;
  readonly k12: number;
  readonly k22: number;
}

/** E φ(u)φ(v) and E φ'(u)φ'(v). */
export interface DualValue {
  readonly value: number;
  readonly slope: number;
}

/** Covariances of rows and columns of inputs; with `upper` only pairs (i, j) with i ≤ j matter, the rest being their mirror. */
export interface Covariances {
  readonly rowVariance: Float64Array;
  readonly columnVariance: Float64Array;
  /** rows×columns. */
  readonly k12: Float64Array;
  readonly upper: boolean;
}

/** E φ(u)φ(v) and E φ'(u)φ'(v) of all pairs, rows×columns. */
export interface DualValues {
  readonly value: Float64Array;
  readonly slope: Float64Array;
}

/** A nonlinearity φ with its derivative and, where one is known, the closed form of its dual. */
export interface Activation extends Entry {
  readonly f: <T>(ops: Ops<T>, x: T, settings: Settings) => T;
  readonly df: <T>(ops: Ops<T>, x: T, settings: Settings) => T;
  /** Closed form; without one the dual is found by quadrature, which needs φ to be smooth. */
  readonly dual?: (covariance: Covariance, settings: Settings) => DualValue;
  /** The same for u and v that both have this mean; needed with `dual` unless φ is smooth. */
  readonly shiftedDual?: (covariance: Covariance, mean: number, settings: Settings) => DualValue;
  /** The same of many pairs, where a loop of its own saves the calls. */
  readonly duals?: (covariances: Covariances, settings: Settings) => DualValues;
  /**
   * Why networks of it have no NTK, in a sentence or two for people: set where φ jumps. `df` is then 0, the derivative almost
   * everywhere, and so is the slope of the dual, which leaves the readout's kernel alone in the place of the NTK.
   */
  readonly withoutNtk?: string;
  /** φ(x) = x·const: sums stay sums, so only second moments of the weights matter. */
  readonly linear?: true;
}
