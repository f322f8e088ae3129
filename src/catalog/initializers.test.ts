import { describe, expect, it } from 'vitest';
import { stream, type Stream } from '../math/rng.ts';
import { mean, standardError } from '../math/summary.ts';
import { dense, type Parameterization } from '../nn/dense.ts';
import type { Initializer, LimitFacts, WeightShape } from '../nn/Initializer.ts';
import type { Settings } from '../nn/Settings.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings, randomSettings } from './testing/randomSettings.ts';

const shapes: readonly WeightShape[] = [
  { fanIn: 120, fanOut: 40 },
  { fanIn: 40, fanOut: 120 },
  { fanIn: 70, fanOut: 70 },
  { fanIn: 1, fanOut: 300 },
  { fanIn: 300, fanOut: 1 },
];
const named = shapes.map((shape) => [`${shape.fanIn}×${shape.fanOut}`, shape] as const);

/** The weights of a dense layer as trained: W, then b. */
const draw = (
  initializer: Initializer,
  shape: WeightShape,
  parameterization: Parameterization,
  source: Stream,
  settings: Settings = defaultSettings(initializer),
): readonly Float64Array[] =>
  dense({
    ...shape,
    parameterization,
    initializer,
    initializerSettings: settings,
    weightVariance: 1.7,
    biasVariance: 0.3,
    bias: true,
  })
    .draw(source)
    .map(({ values }) => values);

const moment = (values: Float64Array, other = values): number =>
  mean(values.map((value, i) => value * other[i]!));

describe.each(initializers.list)('initializer $id', (initializer) => {
  it('draws the same weights from the same stream, as many as the shape says', () => {
    shapes.forEach((shape, seed) => {
      const settings = randomSettings(initializer, stream(seed));
      const once = initializer.unit(stream(seed), shape, settings);

      expect(once).toHaveLength(shape.fanIn * shape.fanOut);
      expect(initializer.unit(stream(seed), shape, settings)).toEqual(once);
      expect(once.every(Number.isFinite)).toBe(true);
    });
  });

  it('uses σ_w² unless it says that it fixes the variance', () => {
    const shape = { fanIn: 30, fanOut: 50 };
    const settings = defaultSettings(initializer);
    const ratio = initializer.gain(shape, 3, settings) / initializer.gain(shape, 1, settings);

    expect(ratio).toBe(initializer.fixesVariance ? 1 : 3);
  });

  it('makes standard weights that are the NTK ones times √(gain/fan-in), or the drawn ones if literal', () => {
    for (const shape of shapes) {
      const [ntkWeights, ntkBias] = draw(initializer, shape, 'ntk', stream(4));
      const [weights, bias] = draw(initializer, shape, 'standard', stream(4));
      const factor = initializer.literal
        ? 1
        : Math.sqrt(initializer.gain(shape, 1.7, defaultSettings(initializer)) / shape.fanIn);

      const worst = weights!.reduce((most, w, i) => {
        const scale = 1 + Math.abs(w);
        return Math.max(most, Math.abs(w - factor * ntkWeights![i]!) / scale);
      }, 0);
      expect(worst).toBeLessThan(1e-14);
      bias!.forEach((b, i) => expect(b).toBeCloseTo(Math.sqrt(0.3) * ntkBias![i]!, 14));
    }
  });
});

describe.each(initializers.list.filter(({ structured }) => !structured))(
  'random weights, $id',
  (initializer) => {
    it('draws unrelated weights from forks of a stream', () => {
      const shape = { fanIn: 80, fanOut: 60 };
      const source = stream(2);
      const [one, other] = ['0', '1'].map((name) => {
        const values = initializer.unit(source.fork(name), shape, defaultSettings(initializer));
        return initializer.heavy ? values.map(Math.sign) : values;
      });

      expect(Math.abs(moment(one!, other))).toBeLessThan(4 / Math.sqrt(one!.length));
    });
  },
);

/** The weights of many layers of a shape, at least 20 000 of them. */
const drawMany = (initializer: Initializer, shape: WeightShape, settings: Settings) =>
  Float64Array.from(
    Array.from({ length: Math.ceil(20_000 / (shape.fanIn * shape.fanOut)) }, (_, k) => [
      ...draw(initializer, shape, 'standard', stream(3).fork(String(k)), settings)[0]!,
    ]).flat(),
  );

describe.each(initializers.list.filter(({ structured, heavy }) => !structured && !heavy))(
  'the moments of $id',
  (initializer) => {
    it.each(named)('are the mean that is set and gain/fan-in at %s', (_name, flat) => {
      const places = ['first', 'inner', 'readout'] as const;
      const drawn = [0, 1, 2].map((k) => randomSettings(initializer, stream(`moments/${k}`)));
      [defaultSettings(initializer), ...drawn].forEach((settings, k) => {
        const shape = { ...flat, place: places[k % 3]! };
        const weights = drawMany(initializer, shape, settings);
        const variance = initializer.gain(shape, 1.7, settings) / shape.fanIn;
        const centre = Math.sqrt(variance) * Number(settings.mean ?? 0);
        const squares = weights.map((w) => (w - centre) ** 2);

        if (initializer.startsAtZero?.(shape, settings)) {
          expect(weights.every((w) => w === 0)).toBe(true);
          return;
        }
        expect(Math.abs(mean(weights) - centre)).toBeLessThan(4 * standardError(weights));
        expect(Math.abs(mean(squares) - variance)).toBeLessThan(5 * standardError(squares));
      });
    });
  },
);

/** Inputs spread evenly over d coordinates. */
const facts = (inputs: number, linearActivation = false): LimitFacts => ({
  inputConcentration: 1 / inputs,
  linearActivation,
  inputs,
});

describe('constant weights', () => {
  it.each([0, 1, -2.5])('are exactly %d in both scalings', (c) => {
    for (const parameterization of ['ntk', 'standard'] as const) {
      const [weights] = draw(
        initializers.get('constant'),
        shapes[0]!,
        parameterization,
        stream(6),
        { c },
      );

      expect(weights!.every((w) => w === c)).toBe(true);
    }
  });

  it('have no limit', () => {
    expect(initializers.get('constant').limit(facts(1024, true))).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/identical.*\.$/) as string,
    });
  });
});

describe.each(['uniform', 'he-uniform', 'glorot-uniform', 'lecun-uniform'])('%s weights', (id) => {
  const initializer = initializers.get(id);

  it('stay within ±√3 and reach close to it', () => {
    const shape = { fanIn: 100, fanOut: 100 };
    const weights = initializer.unit(stream(7), shape, defaultSettings(initializer));
    const most = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);

    expect(most).toBeLessThanOrEqual(Math.sqrt(3));
    expect(most).toBeGreaterThan(0.995 * Math.sqrt(3));
  });

  it('have the Gaussian limit on 64 even coordinates but not on two, unless all is linear', () => {
    expect(initializer.limit(facts(64))).toMatchObject({
      exists: true,
      note: expect.any(String) as string,
    });
    expect(initializer.limit(facts(2))).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/dimension 2 .*−0\.60.*\.$/) as string,
    });
    expect(initializer.limit({ ...facts(64), inputConcentration: 1 }).exists).toBe(false);
    expect(initializer.limit(facts(2, true)).exists).toBe(true);
    expect(initializer.limit({ ...facts(2), place: 'inner' }).exists).toBe(true);
    expect(initializer.limit({ ...facts(2), place: 'first' }).exists).toBe(false);
  });

  it('make first-layer sums with the excess kurtosis −1.2·Σx⁴/(Σx²)²', () => {
    const x = [1, -2, 0.5];
    const count = 200_000;
    const shape = { fanIn: 3, fanOut: count };
    const weights = initializer.unit(stream(8), shape, defaultSettings(initializer));
    const sums = Float64Array.from({ length: count }, (_, i) =>
      x.reduce((sum, value, k) => sum + value * weights[k * count + i]!, 0),
    );
    const squares = sums.map((z) => z * z);
    const kurtosis = moment(squares) / mean(squares) ** 2 - 3;

    expect(kurtosis).toBeCloseTo((-1.2 * (1 + 16 + 0.0625)) / (1 + 4 + 0.25) ** 2, 1.5);
  });
});

describe.each(['gaussian', 'orthogonal', 'he-normal', 'glorot-normal', 'lecun-normal'])(
  '%s weights',
  (id) => {
    it('have the Gaussian limit on any input', () => {
      expect(initializers.get(id).limit(facts(1)).exists).toBe(true);
      expect(initializers.get(id).limit(facts(1024)).exists).toBe(true);
    });
  },
);
