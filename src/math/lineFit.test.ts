import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFit, logLogSlope } from './lineFit.ts';

const number = fc.double({ min: -100, max: 100, noNaN: true });

describe('line fit', () => {
  // Anscombe (1973), first data set: slope 0.5, intercept 3, standard error of the slope 0.118.
  it('fits the line that Anscombe printed', () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const { slope, intercept, slopeError } = lineFit(xs, ys);
    expect(slope).toBeCloseTo(0.5000909, 7);
    expect(intercept).toBeCloseTo(3.0000909, 7);
    expect(slopeError).toBeCloseTo(0.1179, 4);
  });

  it('finds a line that all points lie on, with no error', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 3, max: 20 }), (a, b, n) => {
        const xs = Array.from({ length: n }, (_, i) => i);
        const { slope, intercept, slopeError } = lineFit(
          xs,
          xs.map((x) => a * x + b),
        );
        expect(slope).toBeCloseTo(a, 10);
        expect(intercept).toBeCloseTo(b, 10);
        expect(slopeError).toBeLessThan(1e-10);
      }),
    );
  });

  it('cannot tell the error of a line through two points', () => {
    const { slope, intercept, slopeError } = lineFit([1, 3], [2, 8]);
    expect([slope, intercept]).toEqual([3, -1]);
    expect(slopeError).toBeNaN();
  });

  it('refuses what no line can be put through', () => {
    expect(() => lineFit([1], [1])).toThrow('A line needs two points, not 1');
    expect(() => lineFit([1, 2], [1])).toThrow('2 xs cannot pair with 1 ys');
    expect(() => lineFit([2, 2], [1, 3])).toThrow('all are 2');
  });

  it('reads the exponent of a power law on log-log axes', () => {
    const widths = [64, 256, 1024];
    expect(
      logLogSlope(
        widths,
        widths.map((width) => 3 * width ** -0.5),
      ),
    ).toBeCloseTo(-0.5, 13);
    expect(() => logLogSlope([1, 2], [1, 0])).toThrow('no place for 0');
  });
});
