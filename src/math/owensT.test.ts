import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gaussLegendre.ts';
import { normalTail } from './normalTail.ts';
import { owensT } from './owensT.ts';

/** The defining integral on many short panels. */
function defined(h: number, a: number): number {
  const { nodes, weights } = gaussLegendre(16);
  const panels = 400;
  const half = a / panels / 2;
  let sum = 0;
  for (let p = 0; p < panels; p++)
    for (let k = 0; k < nodes.length; k++) {
      const x = (2 * p + 1 + nodes[k]!) * half;
      sum += weights[k]! * half * (Math.exp(-0.5 * h * h * (1 + x * x)) / (1 + x * x));
    }
  return sum / (2 * Math.PI);
}

describe('Owen’s function', () => {
  it('is its integral, to twelve digits of it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: 7, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (h, a) => {
          const exact = defined(h, a);

          expect(Math.abs(owensT(h, a) - exact)).toBeLessThanOrEqual(
            1e-12 * Math.abs(exact) + 1e-300,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has its known values', () => {
    for (const h of [0, 0.3, 1, 2.5, 6]) {
      expect(owensT(h, 1) / (0.5 * normalTail(h) * normalTail(-h))).toBeCloseTo(1, 13);
      expect(owensT(h, Infinity) / (0.5 * normalTail(h))).toBeCloseTo(1, 13);
      expect(owensT(-h, 0)).toBe(0);
    }
    expect(owensT(0, 3)).toBeCloseTo(Math.atan(3) / (2 * Math.PI), 15);
    expect(owensT(0, -Infinity)).toBe(-0.25);
    expect(owensT(60, 0.5)).toBe(0);
  });
});

describe('the normal tail', () => {
  it('keeps its digits where little is left', () => {
    // Abramowitz & Stegun (1964), table 26.1, and its asymptotic series.
    expect(normalTail(1)).toBeCloseTo(0.15865525393145705, 16);
    expect(normalTail(3)).toBeCloseTo(0.0013498980316300946, 17);
    expect(normalTail(10) / 7.61985302416e-24).toBeCloseTo(1, 10);
    expect(normalTail(-10)).toBe(1);
  });
});
