import { describe, expect, it } from 'vitest';
import { dormandPrince } from './dormandPrince.ts';

describe('integration by Dormand and Prince', () => {
  it('turns the harmonic oscillator around', () => {
    const { advance, state } = dormandPrince(
      ([x = NaN, v = NaN]) => Float64Array.of(v, -x),
      Float64Array.of(1, 0),
      1e-11,
    );
    for (const t of [0, 1e-3, 1, 7.5, 40]) {
      advance(t);
      expect(state()[0]).toBeCloseTo(Math.cos(t), 8);
      expect(state()[1]).toBeCloseTo(-Math.sin(t), 8);
    }
  });

  it('follows logistic growth, and a decay a thousand times as fast', () => {
    const { advance, state } = dormandPrince(
      ([y = NaN, z = NaN]) => Float64Array.of(y * (1 - y), -1000 * z),
      Float64Array.of(0.01, 1),
      1e-11,
    );
    advance(6);

    expect(state()[0]).toBeCloseTo(1 / (1 + 99 * Math.exp(-6)), 9);
    expect(Math.abs(state()[1]!)).toBeLessThan(1e-10);
  });

  it('takes smaller steps for a smaller tolerance, down to rounding', () => {
    const run = (tolerance: number): { error: number; calls: number } => {
      let calls = 0;
      const { advance, state } = dormandPrince(
        ([y = NaN]) => (calls++, Float64Array.of(-2 * y)),
        Float64Array.of(1),
        tolerance,
      );
      advance(3);
      return { error: Math.abs(state()[0]! - Math.exp(-6)), calls };
    };
    const [rough, fine] = [run(1e-5), run(1e-12)];

    expect(rough.error).toBeLessThan(1e-4);
    expect(fine.error).toBeLessThan(1e-11);
    expect(rough.calls).toBeLessThan(fine.calls / 4);
  });

  it('stays where nothing moves, and ends where nothing is finite', () => {
    const still = dormandPrince((y) => y.map(() => 0), Float64Array.of(3), 1e-9);
    still.advance(1e6);
    const explodes = dormandPrince(([y = NaN]) => Float64Array.of(y * y), Float64Array.of(1), 1e-9);
    explodes.advance(0.5);

    expect(still.state()).toEqual(Float64Array.of(3));
    expect(explodes.state()[0]).toBeCloseTo(2, 7);
    explodes.advance(2);
    expect(explodes.state()[0]).toBeGreaterThan(1e6);
  });
});
