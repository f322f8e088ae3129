import { positionsOf, type Grid } from './Grid.ts';
import type { Layer } from './Layer.ts';
import { meanOfPositions } from './meanOfPositions.ts';

/**
 * The mean over positions: (n·P)×C becomes n×C. Its kernels are means over all pairs of positions, (1/P²) Σ_{ab} K_{ab}. The
 * variances of samples in different blocks are not known after it (NaN): no activation may follow.
 */
export const globalAverage = (grid: Grid): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (ops, _next, x) => ops.average(x, positionsOf(grid)),
  kernel: (state) => meanOfPositions(state, 'all'),
});
