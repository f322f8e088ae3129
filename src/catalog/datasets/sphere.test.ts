import { describe, expect, it } from 'vitest';
import { mean } from '../../math/summary.ts';
import { defaultSamples } from '../testing/defaultSamples.ts';
import { classCounts, column, meanSquare, row } from '../testing/rowsOf.ts';

describe('the sphere', () => {
  const settings = { n: 1000, dim: 5 };

  it('has the harmonics that it names as targets, of variance one', () => {
    const linear = defaultSamples('sphere', { ...settings, target: 'linear' });
    const quadratic = defaultSamples('sphere', { ...settings, target: 'quadratic' });

    expect(linear.y.data).toEqual(column(linear.x, 0));
    quadratic.y.data.forEach((value, i) => {
      const [a, b] = row(quadratic.x, i);
      expect(value).toBeCloseTo(a! * b! * Math.sqrt(7 / 5), 14);
    });
    for (const { y } of [linear, quadratic]) {
      expect(Math.abs(mean(y.data))).toBeLessThan(4 / Math.sqrt(1000));
      expect(Math.abs(meanSquare(y.data) - 1)).toBeLessThan(0.2);
    }
  });

  it('is uniform: no coordinate is favoured, and none goes with another', () => {
    const { x } = defaultSamples('sphere', { ...settings, target: 'random' });

    for (let j = 0; j < 5; j++) {
      expect(Math.abs(mean(column(x, j)))).toBeLessThan(4 / Math.sqrt(1000));
      for (let k = 0; k < j; k++) {
        const other = column(x, k);
        const product = mean(column(x, j).map((value, i) => value * other[i]!));
        expect(Math.abs(product)).toBeLessThan(4 / Math.sqrt(1000));
      }
    }
  });

  it('has random labels that are coin tosses', () => {
    const { labels, labelsTest } = defaultSamples('sphere', {
      ...settings,
      test: 1000,
      target: 'random',
    });

    expect(Math.abs(classCounts(labels!, 2)[1]! - 500)).toBeLessThan(4 * Math.sqrt(250));
    expect(Math.abs(classCounts(labelsTest!, 2)[1]! - 500)).toBeLessThan(4 * Math.sqrt(250));
  });
});
