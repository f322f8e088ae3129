import type { Stream } from '../math/rng.ts';
import type { Activation } from './Activation.ts';
import type { Entry, Settings } from './Settings.ts';

/** Where a map stands in a network: what sees the inputs, what gives the outputs, and all between. */
export type MapPlace = 'first' | 'inner' | 'readout';

/** Where a map stands in a residual block x + α·branch(x). */
export interface BranchPlace {
  /** 0 for the first map of the branch; `maps` is how many it has. */
  readonly map: number;
  readonly maps: number;
  /** Blocks of the network, L. */
  readonly blocks: number;
  readonly alpha: number;
  /** The branch begins with the activation, x + α·W φ(x). */
  readonly activatedFirst: boolean;
}

/** One weight matrix that is to be drawn: W is fanIn×fanOut. Schemes that treat maps differently read what stands around it. */
export interface WeightShape {
  readonly fanIn: number;
  readonly fanOut: number;
  /** 'inner' if absent. */
  readonly place?: MapPlace;
  /** Present within a residual branch. */
  readonly branch?: BranchPlace;
  /** What it reads are groups of so many channels, position after position; all of fanIn is one group if absent. */
  readonly channels?: number;
  /** It reads a residual stream as it is, with no activation before it. */
  readonly ofStream?: true;
  /** The network's nonlinearity; absent where it has none. */
  readonly nonlinearity?: Nonlinearity;
}

/** An activation with its own settings. */
export interface Nonlinearity {
  readonly activation: Activation;
  readonly settings: Settings;
}

/** What an initializer's infinite-width limit may depend on. */
export interface LimitFacts {
  /** The largest Σx⁴/(Σx²)² over the inputs: 1/d for inputs spread evenly over d coordinates, 1 for a single one. */
  readonly inputConcentration: number;
  readonly linearActivation: boolean;
  readonly inputs: number;
  /** The initializer's own settings; its defaults if absent. */
  readonly settings?: Settings;
  /** Which maps of the network are drawn so; all of them if absent. */
  readonly place?: MapPlace;
  /** The network's nonlinearity and architecture (its id), for schemes made for some of them only. */
  readonly nonlinearity?: Nonlinearity;
  readonly architecture?: string;
}

/** What an initializer that is made for some networks only looks at. */
export interface NetworkFacts {
  /** The architecture's id. */
  readonly architecture: string;
  readonly nonlinearity: Nonlinearity;
  /** Hidden width, where the architecture has one. */
  readonly width?: number;
  /** The maps that are to be drawn so, in order, where they are known. */
  readonly maps?: readonly { readonly fanIn: number; readonly fanOut: number }[];
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
  readonly gain: (shape: WeightShape, weightVariance: number, settings: Settings) => number;
  /**
   * What every bias of the map starts from, in place of a random one, where the scheme says so; undefined leaves it random. It
   * trains with the factor σ_b in NTK parameterization (not at all if σ_b² is zero), and is there even if σ_b² is zero.
   */
  readonly bias?: (shape: WeightShape, settings: Settings) => number | undefined;
  /** The scheme is defined for some networks only: why not for this arm's, as a sentence with what to do; else undefined. */
  readonly refusal?: (network: NetworkFacts, settings: Settings) => string | undefined;
  /** The scheme fixes the variance, so σ_w² is not used. */
  readonly fixesVariance?: true;
  /** Standard parameterization takes the drawn values as they are, unscaled. */
  readonly literal?: true;
  /** The entries of a matrix depend on each other, so that a convolution must say which matrix its taps are drawn as. */
  readonly joint?: true;
  /** In a convolution the matrix stands at the centre tap, whatever the arrangement, and the other taps are zero. */
  readonly centreOnly?: true;
  /** Whether `unit` is zero for this map: it passes nothing on or back at the start, and trains with the factor √(gain/fanIn). */
  readonly startsAtZero?: (shape: WeightShape, settings: Settings) => boolean;
  /** Entries are independent, but may have no variance: its tails are what to look at. */
  readonly heavy?: true;
  /** What is lost, in a sentence, where the first layer or the readout is drawn in another way than the rest. */
  readonly whole?: { readonly first: string; readonly readout: string };
  /** Units that it takes for each input to do what it is made for. */
  readonly unitsPerInput?: number;
  /** Some or all of a matrix is fixed or depends on its place, so that entries have no common mean and variance. */
  readonly structured?: true;
  readonly limit: (facts: LimitFacts) => Limit;
}
