import type { ConvolutionShape } from './convolution.ts';
import type { Grid } from './Grid.ts';
import type { WeightShape } from './Initializer.ts';
import type { Layer } from './Layer.ts';
import type { Trained } from './Ops.ts';
import type { Entry, Settings } from './Settings.ts';

/** What an architecture may decide of an affine map where the arm's own settings are not meant. */
export interface MapOptions {
  /** In place of the arm's σ_w². */
  readonly weightVariance?: number;
  /** False leaves the bias out. */
  readonly bias?: false;
  /** What trains; everything if absent. */
  readonly trained?: Trained;
}

/** The pieces that an architecture is put together from, already tied to an arm's initializer and activation. */
export interface Parts {
  readonly affine: (shape: WeightShape & MapOptions) => Layer;
  readonly convolution: (shape: ConvolutionShape & MapOptions) => Layer;
  readonly activation: Layer;
  readonly inputs: number;
  readonly outputs: number;
  /** How the inputs lie: a line of single numbers where the data say nothing else. */
  readonly grid: Grid;
  /** The arm's σ_w². */
  readonly weightVariance: number;
}

/** A family of networks. `build` gives the finite network and its limit at once. */
export interface Architecture extends Entry {
  /** Who describes such networks, as "Jacot, Gabriel & Hongler (2018)". */
  readonly source: string;
  /** Variances depend on the width, so that the kernels are those of one width, however wide. */
  readonly followsWidth?: true;
  /** No activation is met in it, whichever an arm has. */
  readonly linear?: true;
  readonly build: (settings: Settings, parts: Parts) => Layer;
}
