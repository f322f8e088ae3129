import { describe, expect, it } from 'vitest';
import { hermiteSeries } from './hermite.ts';
import { octaveSeries } from './octaveSeries.ts';

/** Variances over five octaves, some of them by themselves or zero. */
const variances = Float64Array.from({ length: 120 }, (_, i) =>
  i < 100 ? 0.11 * 1.03 ** i : i < 110 ? 1 + i : i === 111 ? 1e-30 : 0,
);

const smooth = [
  ['tanh', Math.tanh],
  ['its derivative', (x: number) => 1 - Math.tanh(x) ** 2],
  ['softplus', (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))],
  ['exp(x/4)', (x: number) => Math.exp(x / 4)],
] as const;

describe('the series of many variances', () => {
  it.each(smooth)('are those of each by itself, for %s', (_name, f) => {
    const exact = hermiteSeries(f, variances, 128);
    const { terms, even, odd, meanSquares } = octaveSeries(f, variances, 128);

    expect(terms).toBe(exact.terms);
    expect(even === undefined).toBe(exact.even === undefined);
    expect(odd === undefined).toBe(exact.odd === undefined);
    for (let i = 0; i < variances.length; i++) {
      const whole = exact.meanSquares[i]!;
      expect(Math.abs(meanSquares[i]! - whole)).toBeLessThanOrEqual(1e-14 * whole);
      for (const [got, want] of [
        [even, exact.even],
        [odd, exact.odd],
      ] as const)
        for (let m = i * terms; got && want && m < (i + 1) * terms - 1; m++)
          expect(Math.abs(got[m]! - want[m]!)).toBeLessThanOrEqual(1e-14 * Math.sqrt(whole));
      // What stands for the rest makes Σ a_j² whole.
      let squares = 0;
      for (let m = i * terms; m < (i + 1) * terms; m++)
        squares += (even?.[m] ?? 0) ** 2 + (odd?.[m] ?? 0) ** 2;
      expect(Math.abs(squares - whole)).toBeLessThanOrEqual(1e-14 * whole);
    }
  });

  it('are taken one by one where interpolation does not serve', () => {
    const kinked = (x: number): number => Math.max(x - 1, 0);
    const waves = (x: number): number => Math.sin(40 * x);
    for (const f of [kinked, waves]) {
      const many = variances.slice(0, 60);
      const exact = hermiteSeries(f, many, 64);
      const series = octaveSeries(f, many, 64);

      series.meanSquares.forEach((value, i) =>
        expect(Math.abs(value - exact.meanSquares[i]!)).toBeLessThanOrEqual(1e-13),
      );
    }
  });
});
