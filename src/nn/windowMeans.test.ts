import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Padding, Window } from './Window.ts';
import { windowOf } from './Window.ts';
import { meansOfPairs, meansOfSame } from './windowMeans.ts';

interface Case {
  readonly rows: number;
  readonly columns: number;
  readonly size: number;
  readonly padding: Padding;
}

const cases: readonly Case[] = [
  [1, 7],
  [1, 2],
  [4, 5],
  [3, 2],
].flatMap(([rows = 1, columns = 1]) =>
  [1, 2, 3, 5].flatMap((size) =>
    (['circular', 'zero'] as const).map((padding) => ({ rows, columns, size, padding })),
  ),
);

/** The place that a step leads to from a place of a line of `length`, or nothing beyond a zero border. */
const stepped = (place: number, step: number, length: number, padding: Padding) => {
  const to = place + step;
  if (padding === 'zero') return to < 0 || to >= length ? undefined : to;
  return (to + 10 * length) % length;
};

/** Position (row, column) seen from another, one tap at a time. */
const seen = ({ rows, columns, padding }: Case, from: number, down: number, right: number) => {
  const row = stepped(Math.floor(from / columns), down, rows, padding);
  const column = stepped(from % columns, right, columns, padding);
  return row === undefined || column === undefined ? undefined : row * columns + column;
};

/** (1/q) Σ_β K_{a+β, b+β}, one entry at a time, as it is defined. */
function naive(of: Case, entry: (p: number, q: number) => number, a: number, b: number): number {
  const steps = Array.from({ length: of.size }, (_, k) => k - Math.floor(of.size / 2));
  let sum = 0;
  let taps = 0;
  for (const down of of.rows > 1 ? steps : [0])
    for (const right of steps) {
      const [p, q] = [seen(of, a, down, right), seen(of, b, down, right)];
      if (p !== undefined && q !== undefined) sum += entry(p, q);
      taps++;
    }
  return sum / taps;
}

describe.each(cases)('means along a window: $rows×$columns, size $size, $padding', (of) => {
  const [left, right] = [2, 3];
  const count = of.rows * of.columns;
  const window: Window = windowOf(of, of.size, of.padding);
  const width = count * right;
  const values = normals(stream('means'), count * left * width);
  const entry = (p: number, i: number, q: number, j: number): number =>
    values[(p * left + i) * width + q * right + j]!;

  it('of all pairs of positions are those of their definition', () => {
    const means = meansOfPairs(matrix(count * left, width, values), window).data;

    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++)
        for (let i = 0; i < left; i++)
          for (let j = 0; j < right; j++) {
            const want = naive(of, (p, q) => entry(p, i, q, j), a, b);
            const got = means[(a * left + i) * width + b * right + j]!;
            expect(Math.abs(got - want)).toBeLessThan(1e-12);
          }
  });

  it('of the same positions are those of their definition', () => {
    const means = meansOfSame(values.slice(0, count * right), right, window);

    for (let a = 0; a < count; a++)
      for (let j = 0; j < right; j++) {
        const want = naive(of, (p) => values[p * right + j]!, a, a);
        expect(Math.abs(means[a * right + j]! - want)).toBeLessThan(1e-12);
      }
  });

  it('are the very same numbers for variances as on the diagonal', () => {
    const square = matrix(count, count, values.slice(0, count * count));
    const diagonal = Float64Array.from({ length: count }, (_, a) => square.data[a * (count + 1)]!);
    const means = meansOfPairs(square, window).data;

    meansOfSame(diagonal, 1, window).forEach((value, a) =>
      expect(means[a * (count + 1)]).toBe(value),
    );
  });
});

describe('a window', () => {
  it('must be a rectangle of taps', () => {
    const cross: Window = {
      rows: 3,
      columns: 3,
      padding: 'zero',
      taps: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    };

    expect(() => meansOfPairs(matrix(9, 9), cross)).toThrow('rectangle');
  });
});
