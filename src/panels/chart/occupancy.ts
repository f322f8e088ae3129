import type { Point } from './curvePath.ts';

/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const cell = 4;

/** Counts how many points lie in a box, to within a few pixels, in a time that does not depend on how many there are. */
export function occupancy(points: readonly Point[], bounds: Box): (box: Box) => number {
  const columns = Math.max(1, Math.ceil((bounds.right - bounds.left) / cell));
  const rows = Math.max(1, Math.ceil((bounds.bottom - bounds.top) / cell));
  const column = (x: number): number => Math.floor((x - bounds.left) / cell);
  const row = (y: number): number => Math.floor((y - bounds.top) / cell);
  const counts = new Uint16Array(columns * rows);
  for (const { x, y } of points) {
    const [i, j] = [row(y), column(x)];
    if (i >= 0 && i < rows && j >= 0 && j < columns) counts[i * columns + j]!++;
  }
  return (box) => {
    const [first, last] = [Math.max(0, column(box.left)), Math.min(columns - 1, column(box.right))];
    let sum = 0;
    for (let i = Math.max(0, row(box.top)); i <= Math.min(rows - 1, row(box.bottom)); i++) {
      for (let j = first; j <= last; j++) sum += counts[i * columns + j]!;
    }
    return sum;
  };
}
