import { matrix } from '../math/matrix.ts';
import { ofSameInputs } from './KernelState.ts';
import type { Layer } from './Layer.ts';

/**
 * f = (f¹ − f²)/√2 of two copies of a network that start from the same parameters and are trained each by itself: f_0 is zero
 * on every input, and Θ is the network's own (Zhang et al., 2020; Chen, Li & Lin, 2024). Parameters are those of the first
 * copy, then those of the second. What has no variance at the start has no NNGP either: it is zero.
 */
export const mirrored = (layer: Layer): Layer => ({
  shapes: [...layer.shapes, ...layer.shapes],
  ...(layer.pairs !== undefined && { pairs: layer.pairs }),
  draw: (stream) => {
    const drawn = layer.draw(stream);
    return [...drawn, ...drawn.map((each) => ({ ...each, values: each.values.slice() }))];
  },
  apply: (ops, next, x) => {
    const first = layer.apply(ops, next, x);
    const second = layer.apply(ops, next, x);
    return ops.scale(ops.subtract(first, second), Math.SQRT1_2);
  },
  kernel: (state) => {
    const own = layer.kernel(state);
    const rowVariance = new Float64Array(own.rowVariance.length);
    return {
      ...own,
      nngp: matrix(own.nngp.rows, own.nngp.cols),
      rowVariance,
      columnVariance: ofSameInputs(own) ? rowVariance : new Float64Array(own.columnVariance.length),
    };
  },
});
