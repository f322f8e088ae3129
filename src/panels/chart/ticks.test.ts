import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from './Interval.ts';
import { linearTicks, logTicks, niceLinear, niceLog, stepTicks } from './ticks.ts';

const positive = fc
  .tuple(
    fc.double({ min: -12, max: 12, noNaN: true }),
    fc.double({ min: 0.05, max: 14, noNaN: true }),
  )
  .map(([low, width]): Interval => [10 ** low, 10 ** (low + width)]);

describe('axes', () => {
  it.each([
    [
      [0.012, 0.9],
      [0.01, 1],
    ],
    [
      [0.05, 2.9],
      [0.03, 3],
    ],
    [
      [0.01, 1],
      [0.01, 1],
    ],
    [
      [3e-5, 3e4],
      [3e-5, 3e4],
    ],
  ] as const)('with logarithms widen %j to %j', (domain, wide) => {
    expect(niceLog(domain)).toEqual(wide);
  });

  it('with logarithms hold what they are for and are at most a decade too wide', () => {
    fc.assert(
      fc.property(positive, (domain) => {
        const [low, high] = niceLog(domain);
        expect(low).toBeLessThanOrEqual(domain[0] * (1 + 1e-9));
        expect(high).toBeGreaterThanOrEqual(domain[1] * (1 - 1e-9));
        expect(Math.log10(high / low)).toBeLessThan(Math.log10(domain[1] / domain[0]) + 1.1);
      }),
    );
  });

  it('with logarithms have ticks within them, growing, not too many and some', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2, max: 8 }), (domain, most) => {
        const wide = niceLog(domain);
        const ticks = logTicks(wide, most);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(wide[0] * (1 - 1e-6));
          expect(tick).toBeLessThanOrEqual(wide[1] * (1 + 1e-6));
        }
      }),
    );
  });

  it('with logarithms label 1 and 3 of few decades, and whole powers of many', () => {
    expect(logTicks([0.01, 1], 6)).toEqual([0.01, 0.03, 0.1, 0.3, 1]);
    expect(logTicks([1e-9, 1], 6)).toEqual([1e-8, 1e-6, 1e-4, 1e-2, 1]);
  });

  it('without them grow to round numbers', () => {
    expect(niceLinear([0, 0.706])).toEqual([0, 0.8]);
    expect(linearTicks([0, 0.8], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });
});

describe('ticks of steps', () => {
  it.each([
    [240, 6, [0, 60, 120, 180, 240]],
    [500, 6, [0, 100, 200, 300, 400, 500]],
    [20, 6, [0, 10, 20]],
    [7, 6, [0, 2, 4, 6]],
    [1, 6, [0, 1]],
    [0, 6, [0]],
  ])('up to %d are whole and even', (steps, most, ticks) => {
    expect(stepTicks(steps, most)).toEqual(ticks);
  });
});
