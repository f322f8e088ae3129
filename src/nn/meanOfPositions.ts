import { matrix, scaled, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';

/** Means of a state's kernels over pairs of the `same` position or over `all` pairs of positions; throws if it lacks them. */
export function meanOfPositions(state: KernelState, over: 'same' | 'all'): KernelState {
  const { positions, nngp, ntk } = state;
  if (!positions) throw new Error('there are no positions to take a mean of');
  if (over === 'all' && positions.pairs === 'same')
    throw new Error('a mean over all pairs of positions needs the kernels of all of them');
  const count = positionsOf(positions.grid);
  const rows = nngp.rows / count;
  const columns = positions.pairs === 'all' ? nngp.cols / count : nngp.cols;
  const mean = (a: Matrix): Matrix => {
    const result = matrix(rows, columns);
    const all = over === 'all' ? a.cols : columns;
    const share = columns / (count * all);
    for (let p = 0; p < count; p++) {
      const first = over === 'same' && positions.pairs === 'all' ? p * columns : 0;
      for (let i = 0; i < rows; i++)
        addBlocks(result.data, i * columns, a.data, (p * rows + i) * a.cols + first, all, columns);
    }
    return scaled(result, share);
  };
  const variances = (of: Float64Array): Float64Array =>
    over === 'all' ? new Float64Array(of.length / count).fill(NaN) : meanVariance(of, count);
  const after = mean(nngp);
  const rowVariance = variances(state.rowVariance);
  return {
    nngp: after,
    ntk: mean(ntk),
    rowVariance,
    columnVariance: ofSameInputs(state) ? rowVariance : variances(state.columnVariance),
  };
}

function meanVariance(of: Float64Array, count: number): Float64Array {
  const size = of.length / count;
  const result = new Float64Array(size);
  of.forEach((value, at) => (result[at % size]! += value / count));
  return result;
}

/** Adds up `length` numbers of `source` in blocks of `size`, block upon block. */
function addBlocks(
  target: Float64Array,
  to: number,
  source: Float64Array,
  from: number,
  length: number,
  size: number,
): void {
  for (let block = from; block < from + length; block += size)
    for (let j = 0; j < size; j++) target[to + j]! += source[block + j]!;
}
