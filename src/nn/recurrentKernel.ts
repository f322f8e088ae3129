import { add, matrix, type Matrix } from '../math/matrix.ts';
import { stackedPositions } from './eachPosition.ts';
import type { Grid } from './Grid.ts';
import { inputKernel } from './inputKernel.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import { meanOfPositions } from './meanOfPositions.ts';
import { firstSteps } from './presence.ts';
import type { RecurrenceOptions } from './recurrence.ts';

/**
 * The infinite-width kernels of a recurrent network's states, for sequences whose ends are aligned:
 * Σ^{(ℓ,t)} = σ_w² V[Σ^{(ℓ,t−1)}] + σ_u² V[Σ^{(ℓ−1,t)}] + σ_b² and Θ^{(ℓ,t)} = Σ^{(ℓ,t)} + σ_w² V'[Σ^{(ℓ,t−1)}] Θ^{(ℓ,t−1)} + σ_u² V'[Σ^{(ℓ−1,t)}] Θ^{(ℓ−1,t)}
 * (Alemohammad et al., 2021). Only equal numbers of steps before the end meet: gradients that have come through unlike
 * powers of W are independent. 'all' states give the mean over steps.
 */
export function recurrentKernel(
  { grid, cells, activation, states }: RecurrenceOptions,
  rows: Matrix,
  columns: Matrix,
): KernelState {
  const same = rows === columns;
  const whole = inputKernel(rows, columns);
  const first = firstSteps(rows, grid);
  const begins = { rows: first, columns: same ? first : firstSteps(columns, grid) };
  let below = Array.from({ length: grid.columns }, (_, t) => {
    const left = stepOf(rows, grid, t);
    return inputKernel(left, same ? left : stepOf(columns, grid, t));
  });
  for (const { start, fromBefore, fromBelow } of cells) {
    const from = start?.kernel(whole);
    let before = from;
    below = below.map((input, t) => {
      const fresh = fromBelow.kernel(input);
      const sum = before ? sumOf(fromBefore.kernel(before), fresh) : fresh;
      const state = where(activation.kernel(sum), begins, (begin) => t >= begin);
      before = from
        ? sumOf(
            state,
            where(from, begins, (begin) => t < begin),
          )
        : state;
      return state;
    });
  }
  return states === 'all' ? meanOfPositions(stackedPositions(below, grid), 'same') : below.at(-1)!;
}

/** Numbers of step t, n×channels. */
function stepOf({ rows, cols, data }: Matrix, { channels }: Grid, t: number): Matrix {
  const result = matrix(rows, channels);
  for (let i = 0; i < rows; i++) {
    const from = i * cols + t * channels;
    result.data.set(data.subarray(from, from + channels), i * channels);
  }
  return result;
}

/** Kernels of the sum of two independent values. */
function sumOf(a: KernelState, b: KernelState): KernelState {
  const sum = (one: Float64Array, other: Float64Array): Float64Array =>
    one.map((value, i) => value + other[i]!);
  const rowVariance = sum(a.rowVariance, b.rowVariance);
  const mean = (a.mean ?? 0) + (b.mean ?? 0);
  return {
    nngp: add(a.nngp, b.nngp),
    ntk: add(a.ntk, b.ntk),
    rowVariance,
    columnVariance: ofSameInputs(a) ? rowVariance : sum(a.columnVariance, b.columnVariance),
    ...(mean !== 0 && { mean }),
  };
}

/** Kernels of a value that is zero for all sequences but those whose first step passes. */
function where(
  state: KernelState,
  begins: { readonly rows: Int32Array; readonly columns: Int32Array },
  passes: (begin: number) => boolean,
): KernelState {
  const [left, right] = [begins.rows, begins.columns].map((all) => Array.from(all, passes));
  if ([left, right].every((all) => all!.every(Boolean))) return state;
  const pairs = (a: Matrix): Matrix => {
    const kept = (value: number, at: number): number =>
      left![Math.floor(at / a.cols)]! && right![at % a.cols]! ? value : 0;
    return matrix(a.rows, a.cols, a.data.map(kept));
  };
  const rowVariance = state.rowVariance.map((value, i) => (left![i] ? value : 0));
  return {
    nngp: pairs(state.nngp),
    ntk: pairs(state.ntk),
    rowVariance,
    columnVariance: ofSameInputs(state)
      ? rowVariance
      : state.columnVariance.map((value, j) => (right![j] ? value : 0)),
  };
}
