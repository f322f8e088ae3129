import { describe, expect, it } from 'vitest';
import { networkSeries } from './networkSeries.ts';

describe('means and bands of networks', () => {
  it('are the mean and the 10 % and 90 % quantiles', () => {
    const runs = Array.from({ length: 11 }, (_, k) => [k, 10 * k]);

    expect(networkSeries([0, 1], runs)).toMatchObject({
      mean: [5, 50],
      low: [1, 10],
      high: [9, 90],
    });
  });

  it('leave out what is not a number', () => {
    expect(networkSeries([0], [[1], [NaN], [3]]).mean).toEqual([2]);
  });
});
