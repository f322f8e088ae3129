import { describe, expect, it } from 'vitest';
import { hill, tailSize } from './hill.ts';
import { stream, type Stream } from './rng.ts';

const uniforms = (source: Stream, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => source.uniform());

describe('the exponent of a tail', () => {
  it.each([0.7, 1.5, 4])('of Pareto draws with exponent %d is found within its error', (alpha) => {
    const draws = uniforms(stream('pareto'), 40_000).map((u) => u ** (-1 / alpha));
    const signed = draws.map((value, k) => (k % 2 ? value : -value));
    const { exponent, error, kept } = hill(signed);

    expect(kept).toBe(200);
    expect(error).toBeCloseTo(exponent / Math.sqrt(200), 14);
    expect(Math.abs(exponent - alpha)).toBeLessThan(3 * error);
    // Exact draws keep their law at every threshold: all of them tell more.
    const whole = hill(signed, 20_000);
    expect(Math.abs(whole.exponent - alpha)).toBeLessThan(3 * whole.error);
  });

  it('scatters from draw to draw as much as it says', () => {
    const found = Array.from({ length: 200 }, (_, k) =>
      hill(
        uniforms(stream('pareto').fork(String(k)), 400).map((u) => u ** -0.5),
        20,
      ),
    );
    const mean = found.reduce((sum, { exponent }) => sum + exponent, 0) / found.length;
    const spread = Math.sqrt(
      found.reduce((sum, { exponent }) => sum + (exponent - mean) ** 2, 0) / found.length,
    );

    // The estimate 1/mean is k/(k − 1) too large on average, its error about as much.
    expect(mean / (2 * (20 / 19))).toBeCloseTo(1, 1);
    expect(spread / (2 / Math.sqrt(20))).toBeGreaterThan(0.85);
    expect(spread / (2 / Math.sqrt(20))).toBeLessThan(1.3);
  });

  it('is the sorted formula, however many values there are', () => {
    const values = uniforms(stream('many'), 3000).map((u) => (u - 0.5) ** 3);
    const sorted = values.map(Math.abs).sort().reverse();
    const logs = sorted.slice(0, 54).map((value) => Math.log(value / sorted[54]!));

    expect(tailSize(3000)).toBe(55);
    expect(hill(values, 54).exponent).toBeCloseTo(54 / logs.reduce((a, b) => a + b, 0), 10);
  });

  it('is infinite where values are alike, and unknown where too few are not zero', () => {
    expect(hill(new Float64Array(100).fill(-3)).exponent).toBe(Infinity);
    expect(hill(Float64Array.of(0, 0, 0, 5)).exponent).toBe(NaN);
    expect(hill(Float64Array.of(2)).exponent).toBe(NaN);
    expect([1, 19, 40, 400, 40_000].map(tailSize)).toEqual([1, 1, 2, 20, 200]);
  });
});
