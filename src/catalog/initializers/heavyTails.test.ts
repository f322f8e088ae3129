import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import { mean, quantile, standardError } from '../../math/summary.ts';
import { initializers } from './index.ts';

const shape = { fanIn: 1, fanOut: 60_000 };
const facts = { inputConcentration: 1 / 64, linearActivation: false, inputs: 64 };

describe.each([0.2, 0.6, 1, 1.5, 1.9, 2])('α-stable weights of index %d', (alpha) => {
  const initializer = initializers.get('stable');
  const weights = initializer.unit(stream(`stable/${alpha}`), shape, { alpha });

  it('have the characteristic function exp(−|t/√2|^α)', () => {
    for (const t of [0.1, 0.5, 1, 2, 4]) {
      const waves = weights.map((w) => Math.cos(t * w * Math.SQRT2));

      expect(Math.abs(mean(waves) - Math.exp(-(t ** alpha)))).toBeLessThan(
        4 * standardError(waves),
      );
    }
  });

  it('are as often positive as negative', () => {
    expect(Math.abs(mean(weights.map(Math.sign)))).toBeLessThan(4 / Math.sqrt(shape.fanOut));
  });

  it('keep the law of sums over the fan-in', () => {
    const fanIn = 25;
    const fanOut = 8000;
    const many = initializer.unit(stream(`sums/${alpha}`), { fanIn, fanOut }, { alpha });
    // The effective weights are these over √fan-in.
    const waves = Float64Array.from({ length: fanOut }, (_, unit) => {
      let sum = 0;
      for (let i = 0; i < fanIn; i++) sum += many[i * fanOut + unit]!;
      return Math.cos((sum / Math.sqrt(fanIn)) * Math.SQRT2);
    });

    expect(Math.abs(mean(waves) - Math.exp(-1))).toBeLessThan(4 * standardError(waves));
  });

  it('have a Gaussian limit at α = 2 only', () => {
    const limit = initializer.limit({ ...facts, settings: { alpha } });

    expect(limit.exists).toBe(alpha === 2);
    if (!limit.exists) expect(limit.reason).toMatch(/α-stable process.*\.$/);
  });
});

describe('α-stable weights of index 1', () => {
  it('have the quartiles of the Cauchy law', () => {
    const weights = initializers.get('stable').unit(stream('cauchy'), shape, { alpha: 1 });

    expect(quantile(weights, 0.75) * Math.SQRT2).toBeCloseTo(1, 1);
    expect(quantile(weights, 0.9) * Math.SQRT2).toBeCloseTo(Math.tan(0.4 * Math.PI), 0.5);
  });
});

describe('Student-t weights', () => {
  const initializer = initializers.get('student');
  const unit = (nu: number): Float64Array => initializer.unit(stream(`t/${nu}`), shape, { nu });

  // Quantiles of tables.
  it.each([
    [1, 0.9, 3.078],
    [2, 0.95, 2.92],
    [3, 0.75, 0.765],
    [3, 0.975, 3.182],
    [5, 0.9, 1.476],
    [30, 0.975, 2.042],
  ])('with ν = %d have the %d-quantile %d', (nu, p, expected) => {
    const scale = nu > 2 ? Math.sqrt(nu / (nu - 2)) : 1;
    const below = unit(nu).map((w) => (scale * w < expected ? 1 : 0));

    expect(Math.abs(mean(below) - p)).toBeLessThan(4 * standardError(below) + 1e-4);
  });

  it.each([5, 12, 100])('with ν = %d have variance one', (nu) => {
    const squares = unit(nu).map((w) => w * w);

    expect(Math.abs(mean(squares) - 1)).toBeLessThan(4 * standardError(squares));
  });

  it('with ν = 12 have excess kurtosis 6/(ν − 4)', () => {
    const fourths = unit(12).map((w) => w ** 4);

    expect(Math.abs(mean(fourths) - 3.75)).toBeLessThan(4 * standardError(fourths));
  });

  it('have a Gaussian limit if the variance is finite, and in the first layer the kurtosis', () => {
    const limit = (nu: number, more = {}) =>
      initializer.limit({ ...facts, ...more, settings: { nu } });

    expect(limit(6)).toMatchObject({ exists: true, note: expect.any(String) as string });
    expect(limit(4.1)).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/up to 0\.94/) as string,
    });
    expect(limit(3)).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/infinite kurtosis/) as string,
    });
    expect(limit(3, { place: 'inner' }).exists).toBe(true);
    expect(limit(3, { linearActivation: true }).exists).toBe(true);
    expect(limit(2, { linearActivation: true, place: 'inner' })).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/infinite variance.*\.$/) as string,
    });
  });
});
