import { describe, expect, it } from 'vitest';
import { mean } from '../../math/summary.ts';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { classCounts, column, meanSquare, row } from '../testing/rowsOf.ts';

describe('the Gaussian cloud', () => {
  it('has variance one in each coordinate', () => {
    const { x } = defaultSamples('cloud', { n: 1000, dim: 4, target: 'random' });

    for (let j = 0; j < 4; j++) {
      expect(Math.abs(mean(column(x, j)))).toBeLessThan(4 / Math.sqrt(1000));
      expect(Math.abs(meanSquare(column(x, j)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 1000));
    }
  });

  it('has two centres as far apart as it says, and classes of one size', () => {
    const apart = defaultSamples('cloud', { n: 100, dim: 9, separation: 6 });
    const together = defaultSamples('cloud', { n: 100, dim: 9, separation: 0 });

    expect(classCounts(apart.labels!, 2)).toEqual([50, 50]);
    apart.labels!.forEach((label, i) => {
      const shift = row(apart.x, i).map((value, j) => value - row(together.x, i)[j]!);
      expect(Math.sqrt(9 * meanSquare(shift))).toBeCloseTo(3, 12);
      expect(Math.sign(shift[0]!)).toBe(label === 0 ? -1 : 1);
    });
  });
});
