import { describe, expect, it } from 'vitest';
import { fromRows, type Matrix } from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';
import { mean, standardError } from '../../math/summary.ts';
import { activationLayer } from '../../nn/activationLayer.ts';
import { infiniteKernel } from '../../nn/infiniteKernel.ts';
import type { Nonlinearity } from '../../nn/Initializer.ts';
import { logNormStep } from '../../nn/logNormStep.ts';
import { partsOf } from '../../nn/partsOf.ts';
import { plainOps } from '../../nn/plainOps.ts';
import { rectifierSlope } from '../../nn/rectifierSlope.ts';
import type { Settings } from '../../nn/Settings.ts';
import { activations } from '../activations/index.ts';
import { architectures } from '../architectures/index.ts';
import { defaultSettings } from '../testing/randomSettings.ts';
import { fractionalVariance } from './fractionalVariance.ts';
import { initializers } from './index.ts';

const fractional = initializers.get('fractional');

const of = (id: string, settings = {}): Nonlinearity => {
  const activation = activations.get(id);
  return { activation, settings: defaultSettings(activation, settings) };
};

const gainOf = (fanIn: number, nonlinearity: Nonlinearity, settings = {}): number =>
  fractional.gain({ fanIn, fanOut: 3, nonlinearity }, 7, defaultSettings(fractional, settings));

describe('the slope of a rectifier', () => {
  it('is told from its values', () => {
    expect(rectifierSlope(of('relu'))).toBe(0);
    expect(rectifierSlope(of('leaky', { slope: -0.3 }))).toBe(-0.3);
    expect(rectifierSlope(of('linear'))).toBe(1);
    expect(rectifierSlope(of('abs'))).toBe(-1);
    expect(rectifierSlope(undefined)).toBe(1);
  });

  const smooth = activations.list.filter(({ id }) => !/^(relu|leaky|linear|abs)$/.test(id));
  it.each(smooth)('is none for $id', ({ id }) => {
    expect(rectifierSlope(of(id))).toBeUndefined();
  });
});

describe('the variance that keeps fractional moments', () => {
  // σ√d at s = 0.5, 1, 1.5, 2.
  it.each([
    [16, 'relu', {}, [1.50667, 1.47281, 1.4422, 1.41421]],
    [64, 'relu', {}, [1.43546, 1.42822, 1.42114, 1.41421]],
    [256, 'relu', {}, [1.41942, 1.41768, 1.41594, 1.41421]],
    [16, 'linear', {}, [1.02395, 1.01574, 1.00776, 1]],
    [64, 'linear', {}, [1.00589, 1.00391, 1.00195, 1]],
    [256, 'linear', {}, [1.00147, 1.00098, 1.00049, 1]],
    [16, 'leaky', { slope: 0.01 }, [1.50655, 1.47272, 1.44212]],
    [64, 'leaky', { slope: 0.01 }, [1.43538, 1.42815, 1.42107]],
    [256, 'leaky', { slope: 0.01 }, [1.41935, 1.41761, 1.41587]],
  ])('has the known values for d = %d and %s %j', (d, id, settings, expected) => {
    expected.forEach((value, k) => {
      const gain = gainOf(d, of(id, settings), { s: (k + 1) / 2 });
      expect(Math.sqrt(gain)).toBeCloseTo(value, 5);
    });
  });

  it('is He’s for s = 2', () => {
    expect(gainOf(50, of('leaky', { slope: 0.5 }), { s: 2 })).toBeCloseTo(1.6, 12);
  });

  it.each([0, 0.01, 1])(
    'agrees with the authors’ expansion to second order at slope %d',
    (slope) => {
      for (const s of [0.5, 1, 1.5]) {
        const missing = (d: number): number =>
          d * fractionalVariance('exact', d, slope, s) -
          d * fractionalVariance('expansion', d, slope, s);

        expect(Math.abs(missing(64))).toBeLessThan(30 / 64 ** 2);
        expect(missing(64) / missing(256)).toBeGreaterThan(13);
        expect(missing(64) / missing(256)).toBeLessThan(20);
      }
    },
  );

  it.each([0, 1])('keeps the mean log-norm by the random-walk rule at slope %d', (slope) => {
    for (const width of [32, 64, 256]) {
      const weightVariance = fractionalVariance('walk', width, slope, 1);
      const { mean: drift } = logNormStep({ width, weightVariance, slope });

      expect(Math.abs(drift)).toBeLessThan(0.1 / width);
    }
  });

  it('is finite and positive wherever it is not refused', () => {
    for (const fan of [1, 2, 3, 7, 100, 4096])
      for (const slope of [0, 0.01, 0.5, 1, -1])
        for (const s of [0.05, 1, 2])
          for (const rule of ['exact', 'expansion', 'walk'] as const) {
            const variance = fractionalVariance(rule, fan, slope, s);
            expect(variance).toBeGreaterThan(0);
            expect(variance).toBeLessThan(1e13);
          }
  });
});

interface Case {
  readonly activation: string;
  readonly settings: Settings;
  /** The moment that weights are made for, and the one that is measured. */
  readonly kept: number;
  readonly seen: number;
}

const width = 16;
const depth = 5;
const networks = 10_000;

/** ‖x_l‖^s behind each layer of many networks, for each case, from one x of norm one. Cases share their normal numbers. */
function powersOf(cases: readonly Case[]): readonly (readonly Float64Array[])[] {
  const shape = { fanIn: width, fanOut: width };
  const found = cases.map(() => Array.from({ length: depth }, () => new Float64Array(networks)));
  const layers = cases.map(({ activation, settings, kept, seen }) => {
    const nonlinearity = of(activation, settings);
    const gain = gainOf(width, nonlinearity, { s: kept });
    const factor = Math.sqrt(gain / width);
    return {
      power: (x: Float64Array) => x.reduce((sum, value) => sum + value * value, 0) ** (seen / 2),
      apply: (unit: Float64Array, x: Float64Array) =>
        Float64Array.from({ length: width }, (_, j) => {
          let z = 0;
          for (let i = 0; i < width; i++) z += x[i]! * unit[i * width + j]!;
          return nonlinearity.activation.f(plainOps, factor * z, nonlinearity.settings);
        }),
    };
  });
  for (let k = 0; k < networks; k++) {
    const source = stream(`moments/${k}`);
    const states = cases.map(() => new Float64Array(width).fill(1 / Math.sqrt(width)));
    for (let l = 0; l < depth; l++) {
      const unit = fractional.unit(source, shape, defaultSettings(fractional));
      layers.forEach(({ power, apply }, c) => {
        states[c] = apply(unit, states[c]!);
        found[c]![l]![k] = power(states[c]);
      });
    }
  }
  return found;
}

describe('E‖x‖^s over the layers of ten thousand networks', () => {
  const cases: readonly Case[] = [
    { activation: 'relu', settings: {}, kept: 1, seen: 1 },
    { activation: 'leaky', settings: { slope: 0.1 }, kept: 0.5, seen: 0.5 },
    { activation: 'linear', settings: {}, kept: 1.5, seen: 1.5 },
    { activation: 'relu', settings: {}, kept: 2, seen: 1 },
  ];
  const powers = powersOf(cases);

  it.each(cases.slice(0, 3).map((made, c) => ({ ...made, c })))(
    'stays what it was for $activation and s = $kept',
    ({ c }) => {
      for (const values of powers[c]!)
        expect(Math.abs(mean(values) - 1)).toBeLessThan(3 * standardError(values));
    },
  );

  it('falls with He’s variance, which keeps s = 2', () => {
    const last = powers[3]!.at(-1)!;

    expect(1 - mean(last)).toBeGreaterThan(10 * standardError(last));
  });
});

describe('the limit at fractional-moment weights', () => {
  it('is He’s kernel times σ²·fan-in/2 for each layer of a ReLU network without biases', () => {
    const x = fromRows([
      [1, 2, -1, 0.5],
      [0.3, -1, 2, 1],
    ]);
    const kernel = (id: string): Matrix => {
      const fc = architectures.get('fc');
      const initializer = initializers.get(id);
      const { activation, settings } = of('relu');
      const parts = partsOf(
        {
          activation: activationLayer(activation, settings),
          nonlinearity: { activation, settings },
          parameterization: 'ntk',
          initializer,
          initializerSettings: defaultSettings(initializer),
          weightVariance: 1,
          biasVariance: 0,
          bias: false,
        },
        { inputs: 4, outputs: 1 },
      );
      const layer = fc.build(defaultSettings(fc, { width: 64, depth: 3 }), parts);
      return infiniteKernel(layer, x, x).ntk;
    };
    const factor = (gainOf(4, of('relu')) / 2) * (1.428224229 ** 2 / 2) ** 3;
    const expected = kernel('he-normal').data.map((value) => factor * value);

    kernel('fractional').data.forEach((value, at) =>
      expect(value / expected[at]!).toBeCloseTo(1, 8),
    );
  });
});

describe('networks that fractional-moment weights are not for', () => {
  const refusal = (nonlinearity: Nonlinearity, settings = {}) =>
    fractional.refusal?.(
      { architecture: 'fc', nonlinearity },
      defaultSettings(fractional, settings),
    );

  it('are refused by the name of their activation, with what to do', () => {
    expect(refusal(of('tanh'))).toMatch(/not for tanh\. Choose .*\.$/);
    expect(refusal(of('gelu'))).toMatch(/GELU/);
  });

  it('are those whose slope a rule does not cover', () => {
    const leaky = (slope: number) => of('leaky', { slope });

    expect(refusal(leaky(0.9))).toBeUndefined();
    expect(refusal(leaky(0.9), { rule: 'expansion' })).toMatch(/not for 0\.9/);
    expect(refusal(leaky(0.1), { rule: 'expansion' })).toBeUndefined();
    expect(refusal(leaky(0.1), { rule: 'walk' })).toMatch(/of slope 0\.1/);
    expect(refusal(leaky(1), { rule: 'walk' })).toBeUndefined();
    expect(refusal(of('relu'), { rule: 'walk' })).toBeUndefined();
  });
});
