import { plusScaled } from '../math/matrix.ts';
import { ofSameInputs } from './KernelState.ts';
import type { Layer } from './Layer.ts';

/**
 * x + α·branch(x), at finite width and in the limit: kernels add up as K + α²·K_branch, since the branch ends in an affine map
 * whose weights are independent of x (Huang et al., 2020).
 */
export const residual = (branch: Layer, alpha: number): Layer => ({
  shapes: branch.shapes,
  ...(branch.pairs !== undefined && { pairs: branch.pairs }),
  draw: (stream) => branch.draw(stream),
  apply: (ops, next, x) => ops.add(x, ops.scale(branch.apply(ops, next, x), alpha)),
  kernel: (state) => {
    const after = branch.kernel(state);
    const square = alpha * alpha;
    const sum = (a: Float64Array, b: Float64Array): Float64Array =>
      a.map((value, k) => value + square * b[k]!);
    const mean = (state.mean ?? 0) + alpha * (after.mean ?? 0);
    const rowVariance = sum(state.rowVariance, after.rowVariance);
    return {
      nngp: plusScaled(state.nngp, after.nngp, square),
      ntk: plusScaled(state.ntk, after.ntk, square),
      rowVariance,
      columnVariance: ofSameInputs(state)
        ? rowVariance
        : sum(state.columnVariance, after.columnVariance),
      ...(mean !== 0 && { mean }),
      ...(state.positions && { positions: state.positions }),
    };
  },
});
