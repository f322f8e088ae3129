/** Where one arm's map lies. */
export interface PlaneCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Maps are at most this much wider than high: what is round is to look so. */
const widest = 1.7;

/** Places of `count` maps, as large as they can be, with a line of words above each (not a single one's), and of their colour bar. */
export function planeLayout(
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
  unit: number,
): {
  readonly cells: readonly PlaneCell[];
  readonly bar: { x: number; y: number; height: number };
} {
  const bar = 4.8 * unit;
  const [top, head, gap] = [2 * unit, count > 1 ? 1.5 * unit : 0, unit];
  const options = [1, 2, 3, 4]
    .filter((columns) => columns <= Math.max(1, count))
    .map((columns) => {
      const rows = Math.ceil(count / columns);
      const across = (width - bar - (columns - 1) * gap) / columns;
      const down = (height - top - rows * head - (rows - 1) * 0.5 * unit - 2) / rows;
      const cell = { width: Math.min(across, widest * down), height: Math.min(down, 1.5 * across) };
      return { columns, rows, ...cell, area: Math.max(0, cell.width) * Math.max(0, cell.height) };
    });
  const best = options.reduce((a, b) => (b.area > a.area ? b : a));
  const [w, h] = [Math.max(1, best.width), Math.max(1, best.height)];
  const cells = Array.from({ length: count }, (_, k): PlaneCell => ({
    x: 1 + (k % best.columns) * (w + gap),
    y: top + head + Math.floor(k / best.columns) * (h + head + 0.5 * unit),
    width: w,
    height: h,
  }));
  const right = Math.max(...cells.map((cell) => cell.x + cell.width));
  const bottom = Math.max(...cells.map((cell) => cell.y + cell.height));
  return { cells, bar: { x: right + 0.9 * unit, y: top + head, height: bottom - top - head } };
}
