import { describe, expect, it } from 'vitest';
import { frobenius, gram, identity, matrix, scaled, subtract, transpose } from '../math/matrix.ts';
import { stream, type Stream } from '../math/rng.ts';
import { mean } from '../math/summary.ts';
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

      weights!.forEach((w, i) =>
        expect(Math.abs(w - factor * ntkWeights![i]!)).toBeLessThan(1e-14 * (1 + Math.abs(w))),
      );
      bias!.forEach((b, i) => expect(b).toBeCloseTo(Math.sqrt(0.3) * ntkBias![i]!, 14));
    }
  });
});

describe.each(initializers.list.filter(({ id }) => id !== 'constant'))(
  'random weights, $id',
  (initializer) => {
    it('draws unrelated weights from forks of a stream', () => {
      const shape = { fanIn: 80, fanOut: 60 };
      const source = stream(2);
      const one = initializer.unit(source.fork('0'), shape, {});
      const other = initializer.unit(source.fork('1'), shape, {});

      expect(Math.abs(moment(one, other))).toBeLessThan(4 / Math.sqrt(one.length));
    });

    it.each(named)('has mean zero and variance gain/fan-in at %s', (_name, shape) => {
      const [weights] = draw(initializer, shape, 'standard', stream(3));
      const size = weights!.length;
      const variance = initializer.gain(shape, 1.7, defaultSettings(initializer)) / shape.fanIn;

      expect(Math.abs(mean(weights!))).toBeLessThan(4 * Math.sqrt(variance / size));
      expect(Math.abs(moment(weights!) / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / size));
    });
  },
);

/** Inputs spread evenly over d coordinates. */
const facts = (inputs: number, linearActivation = false): LimitFacts => ({
  inputConcentration: 1 / inputs,
  linearActivation,
  inputs,
});

describe('orthogonal weights', () => {
  it.each(named)('are √max(in, out) times orthonormal columns or rows at %s', (_name, shape) => {
    const { fanIn, fanOut } = shape;
    const weights = matrix(
      fanIn,
      fanOut,
      initializers.get('orthogonal').unit(stream(5), shape, {}),
    );
    const short = Math.min(fanIn, fanOut);
    const products = scaled(
      gram(fanIn >= fanOut ? transpose(weights) : weights),
      1 / Math.max(fanIn, fanOut),
    );

    expect(frobenius(subtract(products, identity(short)))).toBeLessThan(1e-12);
  });
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
    const weights = initializer.unit(stream(7), { fanIn: 100, fanOut: 100 }, {});
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
  });

  it('make first-layer sums with the excess kurtosis −1.2·Σx⁴/(Σx²)²', () => {
    const x = [1, -2, 0.5];
    const count = 200_000;
    const weights = initializer.unit(stream(8), { fanIn: 3, fanOut: count }, {});
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

describe('the schemes', () => {
  it.each([
    ['he-normal', 2],
    ['he-uniform', 2],
    ['lecun-normal', 1],
    ['lecun-uniform', 1],
    ['glorot-normal', (2 * 30) / 80],
    ['glorot-uniform', (2 * 30) / 80],
  ])('%s has fan-in × variance %d at 30×50', (id, gain) => {
    expect(initializers.get(id).gain({ fanIn: 30, fanOut: 50 }, 9, {})).toBe(gain);
  });
});
