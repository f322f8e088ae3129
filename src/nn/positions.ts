import { matrix, type Matrix } from '../math/matrix.ts';
import { stackedPositions } from './eachPosition.ts';
import { positionsOf, type Grid } from './Grid.ts';
import { inputKernel } from './inputKernel.ts';
import type { KernelPositions, KernelState } from './KernelState.ts';
import type { Layer } from './Layer.ts';

/**
 * Reads the d inputs of a sample as a grid: n×(P·C) becomes (n·P)×C. The kernels follow the pairs of positions that the layers
 * to come will ask for: `globalAverage` all of them, `flatten` only the same ones (Arora et al., 2019). Its kernel must be the
 * first of a network's.
 */
export function positions(grid: Grid, pairs: KernelPositions['pairs']): Layer {
  const count = positionsOf(grid);
  return {
    shapes: [],
    pairs: pairs === 'all' ? count ** 2 : count,
    draw: () => [],
    apply: (ops, _next, x) => ops.regroup(x, grid.channels),
    kernel: ({ inputs }) => {
      if (!inputs) throw new Error('positions are read from the inputs, before any other layer');
      const { rows, columns } = inputs;
      const same = rows === columns;
      const state = (of: (x: Matrix) => Matrix): KernelState => {
        const left = of(rows);
        return inputKernel(left, same ? left : of(columns));
      };
      if (pairs === 'all') {
        const all = { grid, pairs };
        const { nngp, ntk, rowVariance, columnVariance } = state((x) => byPosition(x, grid));
        return { nngp, ntk, rowVariance, columnVariance, positions: all };
      }
      return stackedPositions(
        Array.from({ length: count }, (_, a) => state((x) => atPosition(x, grid, a))),
        grid,
      );
    },
  };
}

/** Samples n×(P·C) as (P·n)×C, position after position. */
function byPosition(x: Matrix, grid: Grid): Matrix {
  const count = positionsOf(grid);
  const result = matrix(count * x.rows, grid.channels);
  for (let a = 0; a < count; a++)
    result.data.set(atPosition(x, grid, a).data, a * x.rows * grid.channels);
  return result;
}

function atPosition({ rows, cols, data }: Matrix, { channels }: Grid, position: number): Matrix {
  const result = matrix(rows, channels);
  for (let i = 0; i < rows; i++) {
    const from = i * cols + position * channels;
    result.data.set(data.subarray(from, from + channels), i * channels);
  }
  return result;
}
