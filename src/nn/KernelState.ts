import type { Matrix } from '../math/matrix.ts';
import type { Grid } from './Grid.ts';

/**
 * How the kernels of samples with P positions are laid out, position after position: 'all' pairs of positions are
 * (P·rows)×(P·columns), with row a·rows + i for position a of sample i; the 'same' positions only are (P·rows)×columns, with
 * P blocks rows×columns. Variances have entry a·rows + i (a·columns + j) in both.
 */
export interface KernelPositions {
  readonly grid: Grid;
  readonly pairs: 'all' | 'same';
}

/**
 * Infinite-width kernels between two sets of inputs as they pass through a network: `nngp` and `ntk` are rows×columns,
 * `rowVariance` and `columnVariance` hold the NNGP of each input with itself; they are the same array where rows and
 * columns are the same inputs, and layers keep them so.
 */
export interface KernelState {
  readonly nngp: Matrix;
  readonly ntk: Matrix;
  readonly rowVariance: Float64Array;
  readonly columnVariance: Float64Array;
  /** Biases may give all units and samples the same mean, besides; the kernels are of what is left without it. Zero if absent. */
  readonly mean?: number;
  /** Present where samples have positions. */
  readonly positions?: KernelPositions;
  /** The inputs themselves, n×d, before the first layer. */
  readonly inputs?: { readonly rows: Matrix; readonly columns: Matrix };
}

/** Whether rows and columns are the same inputs: then all is symmetric, and half of the work can be spared. */
export const ofSameInputs = ({
  rowVariance,
  columnVariance,
}: Pick<KernelState, 'rowVariance' | 'columnVariance'>): boolean => rowVariance === columnVariance;
