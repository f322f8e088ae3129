import type { Grid } from './Grid.ts';

/** What lies beyond the border of a grid: the other side, or zeros. */
export type Padding = 'circular' | 'zero';

/** The neighbourhood that a convolution sees around each position of a rows×columns grid; plain data, so that archives can hold it. */
export interface Window {
  readonly rows: number;
  readonly columns: number;
  readonly padding: Padding;
  /** Its q taps in order, as [down, right] from the position itself. */
  readonly taps: readonly (readonly [down: number, right: number])[];
}

/** A square window of side `size`, or of `size` taps along the line where there is one row; tap ⌊size/2⌋ is the position itself. */
export function windowOf(
  { rows, columns }: Pick<Grid, 'rows' | 'columns'>,
  size: number,
  padding: Padding,
): Window {
  const steps = Array.from({ length: size }, (_, tap) => tap - Math.floor(size / 2));
  const taps = (rows > 1 ? steps : [0]).flatMap((down) =>
    steps.map((right) => [down, right] as const),
  );
  return { rows, columns, padding, taps };
}

/** The tap that is the position itself. */
export const centreOf = ({ taps }: Window): number =>
  taps.findIndex(([down, right]) => down === 0 && right === 0);

/** For each position the one that `tap` sees, or −1 where that is a zero beyond the border. */
export function seenBy(
  { rows, columns, padding }: Window,
  [down, right]: readonly [number, number],
): Int32Array {
  return Int32Array.from({ length: rows * columns }, (_, position) => {
    const row = Math.floor(position / columns) + down;
    const column = (position % columns) + right;
    if (padding === 'circular') return modulo(row, rows) * columns + modulo(column, columns);
    return row >= 0 && row < rows && column >= 0 && column < columns ? row * columns + column : -1;
  });
}

const modulo = (a: number, b: number): number => ((a % b) + b) % b;
