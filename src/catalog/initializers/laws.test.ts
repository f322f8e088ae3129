import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import { mean, standardError } from '../../math/summary.ts';
import { defaultSettings } from '../testing/randomSettings.ts';
import { initializers } from './index.ts';

const shape = { fanIn: 100, fanOut: 300 };
const facts = { inputConcentration: 1 / 3, linearActivation: false, inputs: 3 };

const unitOf = (id: string, settings = {}): Float64Array => {
  const initializer = initializers.get(id);
  return initializer.unit(stream(`law/${id}`), shape, defaultSettings(initializer, settings));
};

describe.each(['gaussian', 'uniform'])('%s weights with a mean', (id) => {
  it('are the same weights moved by it', () => {
    const plain = unitOf(id);

    expect(unitOf(id, { mean: -0.25 })).toEqual(plain.map((value) => value - 0.25));
  });

  it('have no limit, and say why', () => {
    const { limit } = initializers.get(id);
    const at = (settings: { readonly mean: number }) =>
      limit({ ...facts, inputConcentration: 1 / 64, linearActivation: true, settings });

    expect(at({ mean: 0 }).exists).toBe(true);
    expect(at({ mean: 0.1 })).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/rank one.*width.*\.$/) as string,
    });
  });
});

describe('the range of uniform weights', () => {
  const { gain } = initializers.get('uniform');

  it('gives exactly σ_w² at √3, and a third of σ_w²·range² elsewhere', () => {
    const at = (settings = {}): number =>
      gain(shape, 1.7, defaultSettings(initializers.get('uniform'), settings));

    expect(at()).toBe(1.7);
    expect(at({ range: 1 })).toBeCloseTo(1.7 / 3, 15);
  });

  it('is half the width of the law in units of √(σ_w²/fan-in)', () => {
    const largest = unitOf('uniform').reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const gainOf = gain(shape, 1, { mean: 0, range: 2.5 });

    expect(Math.sqrt(gainOf) * largest).toBeLessThan(2.5);
    expect(Math.sqrt(gainOf) * largest).toBeGreaterThan(2.49);
  });
});

describe.each([0.1, 1, 2, 5])('weights cut at %d standard deviations', (c) => {
  // E z^k given |z| ≤ c, by Simpson's rule.
  const moment = (k: number): number => {
    const steps = 2000;
    const density = (z: number): number => Math.exp(-z * z * 0.5);
    let above = 0;
    let below = 0;
    for (let i = 0; i <= steps; i++) {
      const z = (c * i) / steps;
      const weight = (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * density(z);
      above += weight * z ** k;
      below += weight;
    }
    return above / below;
  };
  const weights = unitOf('truncated', { c });

  it('reach c before they are scaled to variance one, and never more', () => {
    const largest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const edge = c / Math.sqrt(moment(2));

    expect(largest).toBeLessThanOrEqual(edge * (1 + 1e-12));
    expect(largest).toBeGreaterThan((c === 5 ? 0.7 : 0.99) * edge);
  });

  it('have the fourth moment of that law', () => {
    const fourths = weights.map((value) => value ** 4);
    const expected = moment(4) / moment(2) ** 2;

    expect(Math.abs(mean(fourths) - expected)).toBeLessThan(4 * standardError(fourths));
  });

  it('have the Gaussian limit as far as their kurtosis allows', () => {
    const limit = initializers.get('truncated').limit({ ...facts, settings: { c } });
    const excess = (moment(4) / moment(2) ** 2 - 3) / 3;

    expect(limit.exists).toBe(excess > -0.1);
    if (!limit.exists) expect(limit.reason).toContain(`down to −${(-excess).toFixed(2)}`);
  });
});
