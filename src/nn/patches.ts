import type { Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { meansOfPairs, meansOfSame } from './windowMeans.ts';
import type { Window } from './Window.ts';

/**
 * What a convolution's window sees at every position: (n·P)×C becomes (n·P)×(q·C). Its kernels average along shifts,
 * K'_{ab} = (1/q) Σ_β K_{a+β, b+β}, where what lies beyond a zero border adds nothing but counts in q (Arora et al., 2019).
 */
export const patches = (window: Window): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (ops, _next, x) => ops.patches(x, window),
  kernel: (state) => patchesKernel(window, state),
});

/** The kernels of patches of `state`, which must have positions. */
export function patchesKernel(window: Window, state: KernelState): KernelState {
  const { nngp, ntk, rowVariance, columnVariance, positions, mean } = state;
  if (!positions) throw new Error('patches need positions');
  if (mean) throw new Error(`patches are taken of what an activation gives, not of a mean ${mean}`);
  const count = positionsOf(window);
  const averaged = (a: Matrix): Matrix =>
    positions.pairs === 'all' ? meansOfPairs(a, window) : { ...a, data: same(a.data) };
  const same = (values: Float64Array): Float64Array =>
    meansOfSame(values, values.length / count, window);
  const after = same(rowVariance);
  return {
    nngp: averaged(nngp),
    ntk: averaged(ntk),
    rowVariance: after,
    columnVariance: ofSameInputs(state) ? after : same(columnVariance),
    positions,
  };
}
