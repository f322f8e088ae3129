import { describe, expect, it } from 'vitest';
import { zeroLines } from './zeroLines.ts';

describe('zero lines', () => {
  const axis = Float64Array.from({ length: 41 }, (_, k) => -2 + k / 10);
  const field = (f: (x: number, y: number) => number) => ({
    columns: axis,
    rows: axis.toReversed(),
    values: Float64Array.from(
      Array.from(axis.toReversed()).flatMap((y) => Array.from(axis).map((x) => f(x, y))),
    ),
  });
  const length = (pieces: ReturnType<typeof zeroLines>): number =>
    pieces.reduce((sum, [[ax, ay], [bx, by]]) => sum + Math.hypot(ax - bx, ay - by), 0);

  it('of a plane are a straight line', () => {
    const pieces = zeroLines(field((x, y) => x + 2 * y - 0.37));

    for (const [x, y] of pieces.flat()) expect(x + 2 * y).toBeCloseTo(0.37, 12);
    expect(length(pieces)).toBeCloseTo(Math.hypot(4, 2), 9);
  });

  it('of a cone are a circle, as long as it is round', () => {
    const pieces = zeroLines(field((x, y) => Math.hypot(x, y) - 1.23));

    expect(Math.abs(length(pieces) / (2 * Math.PI * 1.23) - 1)).toBeLessThan(0.005);
  });

  it('of a saddle do not cross', () => {
    const saddle = { columns: [0, 1], rows: [1, 0] };

    expect(zeroLines({ ...saddle, values: [3, -1, -1, 1] })).toEqual([
      [
        [0.75, 1],
        [1, 0.5],
      ],
      [
        [0.5, 0],
        [0, 0.25],
      ],
    ]);
    expect(zeroLines({ ...saddle, values: [1, -3, -1, 1] })).toHaveLength(2);
    expect(zeroLines({ ...saddle, values: [1, 1, 1, 1] })).toEqual([]);
  });
});
