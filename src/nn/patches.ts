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
  const { nngp, ntk, rowVariance, columnVariance, positions, mean } = state;
  if (!positions) throw new Error('patches need positions');
  if (mean) throw new Error(`patches are taken of what an activation gives, not of a mean ${mean}`);
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
  for (const sees of seen) {
    const runs = runsOf(sees);
    sees.forEach((from, position) => {
      if (from < 0) return;
      for (let i = 0; i < rows; i++) {
        const source = (from * rows + i) * a.cols;
        const target = (position * rows + i) * a.cols;
        for (const run of runs)
          addTo(
            result.data,
            target + run.to * columns,
            a.data,
            source + run.from * columns,
            run.length * columns,
          );
      }
    });
  }
  const share = 1 / seen.length;
  result.data.forEach((value, k) => (result.data[k] = share * value));
  return result;
}

/** Positions in a row that see positions in a row: long stretches add up faster than single ones. */
interface Run {
  readonly to: number;
  readonly from: number;
  readonly length: number;
}

function runsOf(sees: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  sees.forEach((from, to) => {
    const last = runs.at(-1);
    if (from < 0) return;
    if (last && last.to + last.length === to && last.from + last.length === from)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ to, from, length: 1 });
  });
  return runs;
}

function addTo(
  target: Float64Array,
  to: number,
  source: Float64Array,
  from: number,
  length: number,
): void {
  for (let k = 0; k < length; k++) target[to + k]! += source[from + k]!;
}

/** Blocks of `size` numbers, one for each position, each replaced by the mean of what the window sees of them. */
function averagedBlocks(
  values: Float64Array,
  size: number,
  seen: readonly Int32Array[],
): Float64Array {
  const result = new Float64Array(values.length);
  for (const sees of seen)
    for (const { to, from, length } of runsOf(sees))
      addTo(result, to * size, values, from * size, length * size);
  // Multiplied last, as above, so that variances are the very numbers on the diagonal.
  const share = 1 / seen.length;
  return result.map((value) => share * value);
}
