import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, quantile, standardError } from './summary.ts';

const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2 });

describe('summary', () => {
  it('has the mean and standard error of a small sample', () => {
    // Mean 5, Σ(x − 5)² = 32, so s² = 32/7 and the error √(32/7/8).
    const sample = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(sample)).toBe(5);
    expect(standardError(sample)).toBeCloseTo(Math.sqrt(4 / 7), 15);
    expect(standardError(Float32Array.of(3, 3, 3))).toBe(0);
  });

  it('knows no error of one value and no mean of none', () => {
    expect(standardError([1])).toBeNaN();
    expect(() => mean([])).toThrow('No values have no mean');
    expect(() => median([])).toThrow('No quantile 0.5 of 0 values');
    expect(() => quantile([1], 1.5)).toThrow('No quantile 1.5 of 1 values');
  });

  // The example of Hyndman & Fan's type 7 in R: quantile(1:4) is 1, 1.75, 2.5, 3.25, 4.
  it('interpolates quantiles of values in any order', () => {
    const sample = [4, 1, 3, 2];
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(sample, p))).toEqual([
      1, 1.75, 2.5, 3.25, 4,
    ]);
    expect(sample).toEqual([4, 1, 3, 2]);
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([1, Infinity, Infinity], 0.75)).toBe(Infinity);
  });

  it('moves and stretches with its values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        const moved = sample.map((x) => 3 * x + 7);
        expect(mean(moved)).toBeCloseTo(3 * mean(sample) + 7, 9);
        expect(standardError(moved)).toBeCloseTo(3 * standardError(sample), 9);
        expect(quantile(moved, p)).toBeCloseTo(3 * quantile(sample, p) + 7, 9);
        expect(quantile(sample, p)).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(quantile(sample, p)).toBeLessThanOrEqual(Math.max(...sample));
      }),
    );
  });
});
