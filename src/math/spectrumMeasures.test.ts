import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditionNumber,
  effectiveRank,
  noiseFloor,
  participationRatio,
} from './spectrumMeasures.ts';

const spectrum = fc
  .array(fc.double({ min: 1e-6, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => values.sort((x, y) => y - x));

describe('measures of a spectrum', () => {
  it('count n equal eigenvalues as n, one alone as one', () => {
    for (const n of [1, 2, 10, 512]) {
      const equal = new Float64Array(n).fill(0.3);
      const alone = Float64Array.from({ length: n }, (_, i) => (i === 0 ? 5 : 0));
      expect(effectiveRank(equal) / n).toBeCloseTo(1, 12);
      expect(participationRatio(equal) / n).toBeCloseTo(1, 12);
      expect(effectiveRank(alone)).toBeCloseTo(1, 12);
      expect(participationRatio(alone)).toBeCloseTo(1, 12);
    }
  });

  it('follow their formulas on (1/2, 1/4, 1/4)', () => {
    // Entropy (3/2)·ln 2; Σλ² = 3/8.
    expect(effectiveRank([0.5, 0.25, 0.25])).toBeCloseTo(2 ** 1.5, 14);
    expect(participationRatio([0.5, 0.25, 0.25])).toBeCloseTo(8 / 3, 14);
    expect(conditionNumber([0.5, 0.25, 0.25])).toBe(2);
    expect(noiseFloor([0.5, 0.25, 0.25])).toBe(5e-7);
  });

  it('lie between 1 and n, participation below effective rank, whatever the unit', () => {
    fc.assert(
      fc.property(spectrum, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (values, unit) => {
        const rank = effectiveRank(values);
        const ratio = participationRatio(values);
        expect(ratio).toBeGreaterThan(1 - 1e-12);
        expect(ratio).toBeLessThan(rank * (1 + 1e-12));
        expect(rank).toBeLessThan(values.length * (1 + 1e-12));
        const other = values.map((value) => value * unit);
        expect(effectiveRank(other) / rank).toBeCloseTo(1, 10);
        expect(participationRatio(other) / ratio).toBeCloseTo(1, 10);
        expect(conditionNumber(other) / conditionNumber(values)).toBeCloseTo(1, 10);
      }),
    );
  });

  it('take what rounding left below zero for zero', () => {
    expect(effectiveRank([1, 1, -1e-9])).toBeCloseTo(2, 14);
    expect(participationRatio([1, 1, -1e-9])).toBeCloseTo(2, 14);
    expect(conditionNumber([1, 1, -1e-9])).toBe(Infinity);
    expect(conditionNumber([1, 0])).toBe(Infinity);
    expect(conditionNumber([0, 0])).toBe(Infinity);
  });

  it('say NaN of nothing', () => {
    for (const nothing of [[], [0, 0], [-1]]) {
      expect(effectiveRank(nothing)).toBeNaN();
      expect(participationRatio(nothing)).toBeNaN();
    }
    expect(conditionNumber([])).toBeNaN();
    expect(noiseFloor([-1])).toBe(0);
  });
});
