import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { power } from './power.ts';

describe('powers', () => {
  it('are exact where they are whole numbers', () => {
    expect(power(3, 4)).toBe(81);
    expect(power(-2, 9)).toBe(-512);
    expect(power(2, -3)).toBe(0.125);
    expect(power(0, 0)).toBe(1);
    expect(power(10, 22)).toBe(1e22);
  });

  it('are those of the platform, to rounding', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -30, max: 30, noNaN: true }),
        (x, y) => {
          const expected = Math.pow(x, y);

          expect(Math.abs(power(x, y) / expected - 1)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  it('have no value for a negative number and a broken exponent, and limits at zero', () => {
    expect(power(-2, 0.5)).toBeNaN();
    expect(power(0, 0.5)).toBe(0);
    expect(power(0, -0.5)).toBe(Infinity);
    expect(power(-1, 2001)).toBe(-1);
    expect(power(-1, 2002)).toBe(1);
  });
});
