import { matrix, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { ofSameInputs, type KernelPositions, type KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';
import { seenBy, type Window } from './Window.ts';

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
  const { nngp, ntk, rowVariance, columnVariance, positions } = state;
  if (!positions) throw new Error('patches need positions');
  const seen = window.taps.map((tap) => seenBy(window, tap));
  const rows = rowVariance.length / positionsOf(window);
  const columns = columnVariance.length / positionsOf(window);
  const matrices = (a: Matrix): Matrix => averaged(a, seen, positions, rows, columns);
  const after = averagedBlocks(rowVariance, rows, seen);
  return {
    nngp: matrices(nngp),
    ntk: matrices(ntk),
    rowVariance: after,
    columnVariance: ofSameInputs(state) ? after : averagedBlocks(columnVariance, columns, seen),
    positions,
  };
}

function averaged(
  a: Matrix,
  seen: readonly Int32Array[],
  { pairs }: KernelPositions,
  rows: number,
  columns: number,
): Matrix {
  if (pairs === 'same') return matrix(a.rows, a.cols, averagedBlocks(a.data, rows * columns, seen));
  const result = matrix(a.rows, a.cols);
  const share = 1 / seen.length;
  for (const sees of seen) {
    sees.forEach((from, position) => {
      if (from < 0) return;
      for (let i = 0; i < rows; i++) {
        const source = (from * rows + i) * a.cols;
        const target = (position * rows + i) * a.cols;
        sees.forEach((other, b) => {
          if (other < 0) return;
          const [s, t] = [source + other * columns, target + b * columns];
          for (let j = 0; j < columns; j++) result.data[t + j]! += share * a.data[s + j]!;
        });
      }
    });
  }
  return result;
}

/** Blocks of `size` numbers, one for each position, each replaced by the mean of what the window sees of them. */
function averagedBlocks(
  values: Float64Array,
  size: number,
  seen: readonly Int32Array[],
): Float64Array {
  const result = new Float64Array(values.length);
  const share = 1 / seen.length;
  for (const sees of seen)
    sees.forEach((from, position) => {
      if (from < 0) return;
      for (let k = 0; k < size; k++)
        result[position * size + k]! += share * values[from * size + k]!;
    });
  return result;
}
