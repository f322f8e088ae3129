import type { Matrix } from '../math/matrix.ts';

/**
 * Infinite-width kernels between two sets of inputs as they pass through a network: `nngp` and `ntk` are rows×columns,
 * `rowVariance` and `columnVariance` hold the NNGP of each input with itself.
 */
export interface KernelState {
  readonly nngp: Matrix;
  readonly ntk: Matrix;
  readonly rowVariance: Float64Array;
  readonly columnVariance: Float64Array;
}
