import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import { mean, standardError } from '../../math/summary.ts';
import { dense } from '../../nn/dense.ts';
import { defaultSettings } from '../testing/randomSettings.ts';
import { initializers } from './index.ts';

const facts = { inputConcentration: 1 / 64, linearActivation: false, inputs: 64 };

describe('sparse weights', () => {
  const initializer = initializers.get('sparse');

  it.each([
    [40, 15, 15],
    [40, 1, 1],
    [40, 40, 40],
    [10, 15, 10],
  ])('of %d inputs with k = %d leave each unit %d', (fanIn, k, kept) => {
    const fanOut = 200;
    const weights = initializer.unit(stream('sparse'), { fanIn, fanOut }, { k });
    for (let unit = 0; unit < fanOut; unit++) {
      const column = Array.from({ length: fanIn }, (_, i) => weights[i * fanOut + unit]!);
      expect(column.filter((w) => w !== 0)).toHaveLength(kept);
    }
  });

  it('choose every input equally often, and pairs of them too', () => {
    const fanOut = 30_000;
    const weights = initializer.unit(stream('choice'), { fanIn: 5, fanOut }, { k: 2 });
    const has = (i: number, unit: number): number => (weights[i * fanOut + unit] === 0 ? 0 : 1);
    for (let i = 0; i < 5; i++) {
      const chosen = Float64Array.from({ length: fanOut }, (_, unit) => has(i, unit));
      const both = chosen.map((c, unit) => c * has((i + 2) % 5, unit));

      expect(Math.abs(mean(chosen) - 0.4)).toBeLessThan(4 * standardError(chosen));
      expect(Math.abs(mean(both) - 0.1)).toBeLessThan(4 * standardError(both));
    }
  });

  it('have no Gaussian limit, but between linear layers first', () => {
    expect(initializer.limit(facts)).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/however wide.*\.$/) as string,
    });
    expect(initializer.limit({ ...facts, linearActivation: true }).exists).toBe(false);
    expect(initializer.limit({ ...facts, linearActivation: true, place: 'first' }).exists).toBe(
      true,
    );
  });
});

describe('identity plus noise', () => {
  const initializer = initializers.get('noisy-identity');
  const effective = (fanIn: number, fanOut: number, eps: number, seed = 'noise') =>
    dense({
      fanIn,
      fanOut,
      parameterization: 'standard',
      initializer,
      initializerSettings: { eps },
      weightVariance: 1.7,
      biasVariance: 0,
      bias: false,
    }).draw(stream(seed))[0]!.values;

  it.each([
    [7, 7],
    [4, 9],
    [9, 4],
  ])('is the identity as far as %d×%d goes without noise', (fanIn, fanOut) => {
    effective(fanIn, fanOut, 0).forEach((w, at) =>
      expect(w).toBeCloseTo(Math.floor(at / fanOut) === at % fanOut ? 1 : 0, 15),
    );
  });

  it('has noise of variance ε²/fan-in beside it, another from another stream', () => {
    const noise = (seed: string) =>
      effective(80, 60, 0.5, seed).map((w, at) => w - (Math.floor(at / 60) === at % 60 ? 1 : 0));
    const one = noise('one');
    const other = noise('other');
    const squares = one.map((w) => w * w);
    const products = one.map((w, at) => w * other[at]!);

    expect(Math.abs(mean(squares) - 0.25 / 80)).toBeLessThan(4 * standardError(squares));
    expect(Math.abs(mean(one))).toBeLessThan(4 * standardError(one));
    expect(Math.abs(mean(products))).toBeLessThan(4 * standardError(products));
  });

  it('has no limit', () => {
    expect(initializer.limit(facts)).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/identity.*\.$/) as string,
    });
  });
});

describe('SIREN weights', () => {
  const initializer = initializers.get('siren');
  const settings = defaultSettings(initializer);

  it.each([
    ['first', 30 / 50],
    ['inner', Math.sqrt(6 / 50)],
    ['readout', Math.sqrt(6 / 50) / 30],
  ] as const)('of the %s layer reach ±%d from 50 inputs', (place, bound) => {
    const shape = { fanIn: 50, fanOut: 400, place };
    const factor = Math.sqrt(initializer.gain(shape, 1.7, settings) / 50);
    const weights = initializer.unit(stream('siren'), shape, settings).map((w) => factor * w);
    const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);

    expect(largest).toBeLessThanOrEqual(bound * (1 + 1e-12));
    expect(largest).toBeGreaterThan(0.999 * bound);
  });

  it('have the limit of uniform weights', () => {
    expect(initializer.limit(facts).exists).toBe(true);
    expect(initializer.limit({ ...facts, inputConcentration: 1 }).exists).toBe(false);
  });
});
