import { matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';

/**
 * What `kernel`, which knows of no positions, makes of a state that may have them: at each position by itself where only the
 * same positions are paired, else of all pairs at once.
 */
export function eachPosition(
  state: KernelState,
  kernel: (plain: KernelState) => KernelState,
): KernelState {
  const { positions } = state;
  if (!positions) return kernel(state);
  if (positions.pairs === 'all') return { ...kernel(state), positions };
  const count = positionsOf(positions.grid);
  return stackedPositions(
    Array.from({ length: count }, (_, position) => kernel(atPosition(state, count, position))),
    positions.grid,
  );
}

/** States at single positions as one of the same positions. */
export function stackedPositions(
  states: readonly KernelState[],
  grid: NonNullable<KernelState['positions']>['grid'],
): KernelState {
  const [first] = states;
  if (!first) throw new Error('a grid has at least one position');
  const joined = (part: (state: KernelState) => Float64Array): Float64Array => {
    const size = part(first).length;
    const all = new Float64Array(size * states.length);
    states.forEach((state, position) => all.set(part(state), position * size));
    return all;
  };
  const { rows, cols } = first.nngp;
  const rowVariance = joined((state) => state.rowVariance);
  return {
    nngp: matrix(
      states.length * rows,
      cols,
      joined(({ nngp }) => nngp.data),
    ),
    ntk: matrix(
      states.length * rows,
      cols,
      joined(({ ntk }) => ntk.data),
    ),
    rowVariance,
    columnVariance: ofSameInputs(first) ? rowVariance : joined((state) => state.columnVariance),
    positions: { grid, pairs: 'same' },
  };
}

function atPosition(state: KernelState, count: number, position: number): KernelState {
  const part = (values: Float64Array): Float64Array => {
    const size = values.length / count;
    return values.subarray(position * size, (position + 1) * size);
  };
  const { nngp, ntk } = state;
  const rowVariance = part(state.rowVariance);
  return {
    nngp: matrix(nngp.rows / count, nngp.cols, part(nngp.data)),
    ntk: matrix(ntk.rows / count, ntk.cols, part(ntk.data)),
    rowVariance,
    columnVariance: ofSameInputs(state) ? rowVariance : part(state.columnVariance),
  };
}
