import { expect, it } from 'vitest';
import { erf } from './erf.ts';

// Abramowitz & Stegun (1964), table 7.1, continued to 16 digits with mpmath 1.3 at 30 digits.
it.each([
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497149],
  [2, 0.9953222650189527],
  [3.5, 0.9999992569016276],
])('erf(%d) is %d, and odd', (x, value) => {
  expect(Math.abs(erf(x) - value)).toBeLessThan(2e-16);
  expect(erf(-x)).toBe(-erf(x));
});

it('erf is 2x/√π near 0, ±1 far away, and NaN of NaN', () => {
  expect(erf(1e-10) / 1e-10).toBeCloseTo(2 / Math.sqrt(Math.PI), 15);
  expect([erf(0), erf(Infinity), erf(-Infinity), erf(NaN)]).toEqual([0, 1, -1, NaN]);
});
