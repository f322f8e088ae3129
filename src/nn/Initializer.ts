import type { Stream } from '../math/rng.ts';
import type { Entry, Settings } from './Settings.ts';

/** One weight matrix that is to be drawn: W is fanIn×fanOut. */
export interface WeightShape {
  readonly fanIn: number;
  readonly fanOut: number;
}

/** What an initializer's infinite-width limit may depend on. */
export interface LimitFacts {
  /** The largest Σx⁴/(Σx²)² over the inputs: 1/d for inputs spread evenly over d coordinates, 1 for a single one. */
  readonly inputConcentration: number;
  readonly linearActivation: boolean;
  readonly inputs: number;
}

/** Whether wide networks drawn so have the Gaussian kernels as their limit; `note` and `reason` are shown to people. */
export type Limit =
  | { readonly exists: true; readonly note?: string }
  | { readonly exists: false; readonly reason: string };

/**
 * How weights are drawn. `unit` gives the trainable values in NTK parameterization (entries of variance about one,
 * fanIn×fanOut, row-major); the layer multiplies by √(gain/fanIn), at run time in NTK parameterization and once, at the
 * start, in standard parameterization.
 */
export interface Initializer extends Entry {
  readonly source: string;
  readonly unit: (stream: Stream, shape: WeightShape, settings: Settings) => Float64Array;
  /** fanIn × variance of an effective weight: σ_w² itself, or what the scheme puts in its place. */
  readonly gain: (shape: WeightShape, weightVariance: number) => number;
  /** The scheme fixes the variance, so σ_w² is not used. */
  readonly fixesVariance?: true;
  /** Standard parameterization takes the drawn values as they are, unscaled. */
  readonly literal?: true;
  /** The entries of a matrix depend on each other, so that a convolution must say which matrix its taps are drawn as. */
  readonly joint?: true;
  readonly limit: (facts: LimitFacts) => Limit;
}
