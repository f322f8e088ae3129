import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleOf } from './angleOf.ts';

const size = fc.double({ min: -300, max: 300, noNaN: true }).map((power) => 10 ** (power / 2));

describe('the angle of a ray', () => {
  it('is atan2 to rounding, at every length and on both sides', () => {
    const angle = fc.double({ min: 0, max: Math.PI, noNaN: true });
    fc.assert(
      fc.property(angle, size, (turn, length) => {
        const [s, c] = [length * Math.abs(Math.sin(turn)), length * Math.cos(turn)];

        expect(Math.abs(angleOf(s, c) - Math.atan2(s, c))).toBeLessThan(1e-15);
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps its relative accuracy near zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -200, max: 0, noNaN: true }), (power) => {
        const s = 10 ** power;

        expect(Math.abs(angleOf(s, 1) / Math.atan2(s, 1) - 1)).toBeLessThan(1e-15);
      }),
      { numRuns: 5000 },
    );
  });

  it('is that of the library on the axes, of nothing, and of what is not finite', () => {
    for (const s of [0, 1, Infinity, NaN])
      for (const c of [0, 1, -1, Infinity, -Infinity, NaN])
        expect(angleOf(s, c)).toBe(Math.atan2(s, c));
  });
});
