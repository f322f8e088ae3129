import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hermiteSeries, meanSquare } from './hermite.ts';
import { normalMean } from './testing/pairMean.ts';

const squares = (row: Float64Array | undefined): number =>
  row?.reduce((sum, a) => sum + a * a, 0) ?? 0;

const none = new Float64Array(0);
const variance = fc.double({ min: 1e-6, max: 2, noNaN: true });

describe('a Hermite series', () => {
  it('of x³ has the coefficients 3q^(3/2) and √6·q^(3/2), and no even ones', () => {
    fc.assert(
      fc.property(variance, (q) => {
        const {
          terms,
          even,
          odd = none,
          meanSquares,
        } = hermiteSeries((x) => x ** 3, Float64Array.of(q), 32);

        expect(terms).toBe(17);
        expect(even).toBeUndefined();
        expect(odd[0]! / q ** 1.5).toBeCloseTo(3, 11);
        expect(odd[1]! / q ** 1.5).toBeCloseTo(Math.sqrt(6), 11);
        expect(odd.slice(2, -1).every((a) => Math.abs(a) < 1e-12 * q ** 1.5)).toBe(true);
        expect(odd.at(-1)).toBeLessThan(1e-6 * q ** 1.5);
        expect(meanSquares[0]! / q ** 3).toBeCloseTo(15, 10);
      }),
    );
  });

  it('of exp(x) has the coefficients exp(q/2)·q^(j/2)/√j!', () => {
    const [first, second] = [0.3, 1.7];
    const { terms, even, odd } = hermiteSeries(Math.exp, Float64Array.of(first, second), 32);

    [first, second].forEach((q, i) => {
      let expected = Math.exp(q / 2);
      for (let j = 0; j < 20; j++) {
        const kind = j % 2 === 0 ? even : odd;
        expect(kind?.[i * terms + Math.floor(j / 2)]).toBeCloseTo(expected, 12);
        expected *= Math.sqrt(q / (j + 1));
      }
    });
  });

  it.each([
    ['tanh', Math.tanh],
    ['its derivative', (x: number) => 1 - Math.tanh(x) ** 2],
    ['softplus', (x: number) => Math.log1p(Math.exp(x))],
    ['a shifted sine', (x: number) => Math.sin(x + 1)],
  ])('of %s keeps the mean square (Parseval)', (_name, f) => {
    fc.assert(
      fc.property(variance, (q) => {
        const { even, odd, meanSquares } = hermiteSeries(f, Float64Array.of(q), 128);
        const whole = normalMean((z) => f(Math.sqrt(q) * z) ** 2, 0);

        expect(squares(even) + squares(odd)).toBeCloseTo(meanSquares[0]!, 13);
        expect(meanSquares[0]! / whole).toBeCloseTo(1, 13);
        expect(meanSquare(f, q) / whole).toBeCloseTo(1, 13);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves nothing out of tanh at variance one with 128 terms', () => {
    const { odd } = hermiteSeries(Math.tanh, Float64Array.of(1), 128);

    expect(odd?.at(-1)).toBeLessThan(1e-7);
  });
});
