import type { SamplePair } from '../Panel.ts';
import type { KernelCell } from './kernelCells.ts';
import type { KernelLayout } from './kernelLayout.ts';
import type { KernelPicture } from './kernelPicture.ts';

/** The pair of samples under a point of the plot; undefined where there is no map. */
export function pairAt(
  x: number,
  y: number,
  { columns, rows, side }: Pick<KernelLayout, 'columns' | 'rows' | 'side'>,
  cells: readonly KernelCell[],
  { n, blocks }: Pick<KernelPicture, 'n' | 'blocks'>,
): SamplePair | undefined {
  const cell = cells.find(({ row, column, entries }) => {
    const left = columns[column] ?? NaN;
    const top = rows[row] ?? NaN;
    return entries && x >= left && x < left + side && y >= top && y < top + side;
  });
  if (!cell || n === 0) return undefined;
  const entry = (distance: number): number => Math.floor((distance / side) * n * blocks) % n;
  return { i: entry(y - (rows[cell.row] ?? 0)), j: entry(x - (columns[cell.column] ?? 0)) };
}

/** The pair that an arrow key leads to, `by` samples away; undefined for other keys. */
export function movedPair({ i, j }: SamplePair, key: string, by: number): SamplePair | undefined {
  switch (key) {
    case 'ArrowUp':
      return { i: i - by, j };
    case 'ArrowDown':
      return { i: i + by, j };
    case 'ArrowLeft':
      return { i, j: j - by };
    case 'ArrowRight':
      return { i, j: j + by };
    default:
      return undefined;
  }
}
