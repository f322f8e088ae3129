import { positionsOf, type Grid } from './Grid.ts';
import type { Layer } from './Layer.ts';
import { meanOfPositions } from './meanOfPositions.ts';

/**
 * All positions' channels side by side: (n·P)×C becomes n×(P·C). Its kernels are means over pairs of the same position,
 * (1/P) Σ_a K_{aa}.
 */
export const flatten = (grid: Grid, channels: number): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (ops, _next, x) => ops.regroup(x, positionsOf(grid) * channels),
  kernel: (state) => meanOfPositions(state, 'same'),
});
