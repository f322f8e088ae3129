import type { Stretch } from './shifts.ts';

/** How a kernel lies: `rows` rows for each position, of `width` numbers each, `size` for each position of the other side. */
export interface Rows {
  readonly rows: number;
  readonly width: number;
  readonly size: number;
}

/**
 * Writes the rows of position `to`: `factor` times the sum over taps of the rows of the position that each tap sees (nothing
 * of a negative one), moved along by the tap's stretches.
 */
export function shiftedSums(
  target: Float64Array,
  to: number,
  source: Float64Array,
  seen: readonly number[],
  stretches: readonly Stretch[],
  { rows, width, size }: Rows,
  factor: number,
): void {
  const starts = new Int32Array(seen.length);
  for (const { to: first, length, taps, ahead } of stretches)
    for (let i = 0; i < rows; i++) {
      let count = 0;
      for (let k = 0; k < taps.length; k++) {
        const from = seen[taps[k]!]!;
        if (from >= 0) starts[count++] = (from * rows + i) * width + (first + ahead[k]!) * size;
      }
      const start = (to * rows + i) * width + first * size;
      writeSum(target, start, start + length * size, source, starts, count, factor);
    }
}

/** Writes `factor` times the sum of `count` ranges of `source`: three at once where there are three, as mostly there are. */
function writeSum(
  target: Float64Array,
  start: number,
  end: number,
  source: Float64Array,
  starts: Int32Array,
  count: number,
  factor: number,
): void {
  let added = 0;
  if (count >= 3) {
    const [a, b, c] = [starts[0]! - start, starts[1]! - start, starts[2]! - start];
    for (let k = start; k < end; k++)
      target[k] = factor * (source[k + a]! + source[k + b]! + source[k + c]!);
    added = 3;
  } else target.fill(0, start, end);
  for (; added < count; added++) {
    const ahead = starts[added]! - start;
    for (let k = start; k < end; k++) target[k]! += factor * source[k + ahead]!;
  }
}
