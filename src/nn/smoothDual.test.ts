import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../math/gaussHermite.ts';
import { matrix } from '../math/matrix.ts';
import { smoothDual } from './smoothDual.ts';
import { normalMean, pairMean } from './testing/pairMean.ts';

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sech2 = (x: number): number => 1 / Math.cosh(x) ** 2;

/** E f(u)f(v) for one pair. */
const dual = (f: (x: number) => number, k11: number, k22: number, rho: number): number =>
  smoothDual(f, {
    nngp: matrix(1, 1, Float64Array.of(rho * Math.sqrt(k11 * k22))),
    ntk: matrix(1, 1),
    rowVariance: Float64Array.of(k11),
    columnVariance: Float64Array.of(k22),
  }).dual.data[0]!;

/** The same by plain quadrature, and the size that an error is measured against. */
const expected = (
  f: (x: number) => number,
  k11: number,
  k22: number,
  rho: number,
): { value: number; size: number } => {
  const at = (a: number, b: number, r: number): number =>
    pairMean(f, { k11: a, k12: r * Math.sqrt(a * b), k22: b }, 0.25);
  return { value: at(k11, k22, rho), size: Math.sqrt(at(k11, k11, 1) * at(k22, k22, 1)) };
};

const variance = fc.double({ min: Math.log(0.001), max: Math.log(8), noNaN: true }).map(Math.exp);
const correlation = fc.oneof(
  fc.constantFrom(-1, 0, 1, 0.999, -0.999),
  fc.double({ min: -1, max: 1, noNaN: true }),
);

const functions = [
  ['tanh', Math.tanh],
  ['the derivative of tanh', sech2],
  ['softplus, neither even nor odd', softplus],
] as const;

describe('a dual by Mehler’s series', () => {
  it.each(functions)('is that of plain quadrature for %s', (_name, f) => {
    fc.assert(
      fc.property(variance, variance, correlation, (k11, k22, rho) => {
        const { value, size } = expected(f, k11, k22, rho);

        expect(Math.abs(dual(f, k11, k22, rho) - value)).toBeLessThan(1e-11 * size);
      }),
      { numRuns: 12 },
    );
  });

  it('is that of two-dimensional Gauss–Hermite quadrature', () => {
    const { nodes, weights } = gaussHermite(96);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (rho) => {
        let sum = 0;
        nodes.forEach((a, i) =>
          nodes.forEach((b, j) => {
            const v = 0.5 * (rho * a + Math.sqrt(1 - rho * rho) * b);
            sum += weights[i]! * weights[j]! * Math.tanh(0.8 * a) * Math.tanh(v);
          }),
        );

        expect(dual(Math.tanh, 0.64, 0.25, rho)).toBeCloseTo(sum, 10);
      }),
      { numRuns: 20 },
    );
  });

  it('is exp(−q)·sinh(k12) for sine', () => {
    const q = (1.3 + 0.8) / 2;

    expect(dual(Math.sin, 1.3, 0.8, 0.4 / Math.sqrt(1.3 * 0.8))).toBeCloseTo(
      Math.exp(-q) * Math.sinh(0.4),
      14,
    );
  });

  it.each([1e-30, 1e-12])('keeps its relative accuracy at variance %d', (tiny) => {
    expect(dual(Math.tanh, tiny, tiny, 0.5) / (0.5 * tiny)).toBeCloseTo(1, 11);
    expect(dual(sech2, tiny, tiny, 0.5)).toBeCloseTo(1, 11);
    expect(dual(Math.tanh, tiny, 1, 0.5) / Math.sqrt(tiny)).toBeCloseTo(
      0.5 * normalMean((z) => z * Math.tanh(z), 0),
      11,
    );
  });

  it('at variance zero is f(0) times the other mean', () => {
    const mean = normalMean((z) => softplus(Math.sqrt(1.5) * z), 0);

    expect(dual(softplus, 0, 1.5, 0)).toBeCloseTo(Math.LN2 * mean, 12);
    expect(dual(Math.tanh, 0, 1.5, 0)).toBe(0);
    expect(dual(Math.tanh, 0, 0, 0)).toBe(0);
  });

  it.each([
    [30, 1e-9],
    [100, 1e-6],
  ])('at variance %d, where tanh is almost a step, errs by less than %d', (wide, bound) => {
    for (const rho of [-1, -0.999, 0, 0.9, 0.999, 0.999999, 1]) {
      for (const other of [wide, wide / 2]) {
        const value = pairMean(
          Math.tanh,
          { k11: wide, k12: rho * Math.sqrt(wide * other), k22: other },
          0.25,
        );

        expect(Math.abs(dual(Math.tanh, wide, other, rho) - value)).toBeLessThan(bound);
      }
    }
  });
});
