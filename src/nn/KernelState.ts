import type { Matrix } from '../math/matrix.ts';

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
}

/** Whether rows and columns are the same inputs: then all is symmetric, and half of the work can be spared. */
export const ofSameInputs = ({ rowVariance, columnVariance }: KernelState): boolean =>
  rowVariance === columnVariance;
