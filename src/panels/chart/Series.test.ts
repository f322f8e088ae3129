import { describe, expect, it } from 'vitest';
import { overRuns, placeAt, rangeOf } from './Series.ts';

describe('a series over several networks', () => {
  it('has their mean and range where all of them have a value', () => {
    const series = overRuns([
      { x: [0, 1, 2, 3], values: [1, 2, 3, 4] },
      { x: [0, 2, 3], values: [3, 5, NaN] },
    ]);

    expect(series).toEqual({ x: [0, 2], mean: [2, 4], low: [1, 3], high: [3, 5], count: 2 });
    expect(rangeOf(series)).toEqual([1, 5]);
  });

  it('has a band of quantiles where it is asked for, between neighbouring values', () => {
    const runs = [3, 0, 10, 1, 2, 4, 5, 6, 7, 8, 9].map((value) => ({ x: [7], values: [value] }));

    expect(overRuns(runs, 0.1)).toMatchObject({
      low: [0],
      high: [10],
      band: { low: [1], high: [9] },
    });
    expect(overRuns(runs)).not.toHaveProperty('band');
    expect(overRuns(runs.slice(1, 2), 0.1)).not.toHaveProperty('band');
    expect(
      overRuns(
        [
          { x: [0], values: [0] },
          { x: [0], values: [4] },
        ],
        0.25,
      ).band,
    ).toEqual({
      low: [1],
      high: [3],
    });
  });

  it('leaves out what is not finite', () => {
    const series = overRuns([{ x: [0, 1, 2, 3], values: [1, Infinity, NaN, 2] }]);

    expect(series.x).toEqual([0, 3]);
  });

  it('is empty without networks', () => {
    expect(overRuns([]).x).toEqual([]);
    expect(rangeOf(overRuns([]))).toBeUndefined();
  });

  it('finds the last place at or before a value', () => {
    const series = { x: [0, 10, 20] };

    expect([-1, 0, 9, 10, 25].map((value) => placeAt(series, value))).toEqual([-1, 0, 0, 1, 2]);
  });
});
