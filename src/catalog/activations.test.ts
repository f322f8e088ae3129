import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalues } from '../math/eigh.ts';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Activation, Covariance, DualValue } from '../nn/Activation.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { inputKernel } from '../nn/inputKernel.ts';
import { plainOps } from '../nn/plainOps.ts';
import type { Settings } from '../nn/Settings.ts';
import { normalMean, pairMean } from '../nn/testing/pairMean.ts';
import { activations } from './activations/index.ts';
import { randomSettings } from './testing/randomSettings.ts';

/** The dual as networks use it: in closed form where there is one, else by series. */
function dualOf(
  activation: Activation,
  settings: Settings,
  { k11, k12, k22 }: Covariance,
): DualValue {
  const { nngp, ntk } = activationLayer(activation, settings).kernel({
    nngp: matrix(1, 1, Float64Array.of(k12)),
    ntk: matrix(1, 1, Float64Array.of(1)),
    rowVariance: Float64Array.of(k11),
    columnVariance: Float64Array.of(k22),
  });
  return { value: nngp.data[0]!, slope: ntk.data[0]! };
}

const variance = fc.double({ min: 0.01, max: 4, noNaN: true });
const correlation = fc.oneof(
  fc.constantFrom(-1, 0, 1),
  fc.double({ min: -0.98, max: 0.98, noNaN: true }),
);
const covariance = fc
  .tuple(variance, variance, correlation)
  .map(([k11, k22, rho]) => ({ k11, k12: rho * Math.sqrt(k11 * k22), k22 }));

describe.each(activations.list)('activation $id', (activation) => {
  const settings = fc.nat().map((seed) => randomSettings(activation, stream(seed)));
  const jumps = activation.withoutNtk !== undefined;
  const f = (chosen: Settings) => (x: number) => activation.f(plainOps, x, chosen);
  const df = (chosen: Settings) => (x: number) => activation.df(plainOps, x, chosen);

  it('has the derivative that central differences give, away from the kink', () => {
    const place = fc.double({ min: 0.001, max: 6, noNaN: true });
    fc.assert(
      fc.property(settings, place, fc.boolean(), (chosen, size, negative) => {
        const x = negative ? -size : size;
        const step = 1e-5;
        const difference = (f(chosen)(x + step) - f(chosen)(x - step)) / (2 * step);

        expect(Math.abs(df(chosen)(x) - difference)).toBeLessThan(1e-9);
      }),
    );
  });

  it('has the dual that plain quadrature gives', () => {
    fc.assert(
      fc.property(settings, covariance, (chosen, pair) => {
        const { value, slope } = dualOf(activation, chosen, pair);

        // Where u and v are parallel, rounding of k12 moves an angle near zero by its square root.
        const bound = Math.abs(pair.k12) ** 2 < 0.999 * pair.k11 * pair.k22 ? 1e-9 : 1e-7;
        expect(Math.abs(value - pairMean(f(chosen), pair))).toBeLessThan(jumps ? bound : 1e-9);
        expect(Math.abs(slope - pairMean(df(chosen), pair))).toBeLessThan(bound);
      }),
      { numRuns: 25 },
    );
  });

  it('has a symmetric dual', () => {
    fc.assert(
      fc.property(settings, covariance, (chosen, { k11, k12, k22 }) => {
        const one = dualOf(activation, chosen, { k11, k12, k22 });
        const other = dualOf(activation, chosen, { k11: k22, k12, k22: k11 });

        expect(one.value).toBeCloseTo(other.value, 13);
        expect(one.slope).toBeCloseTo(other.slope, 13);
      }),
    );
  });

  it('has the dual (E φ)² for independent inputs', () => {
    fc.assert(
      fc.property(settings, variance, variance, (chosen, k11, k22) => {
        const mean = (k: number): number => normalMean((z) => f(chosen)(Math.sqrt(k) * z), 0);

        expect(dualOf(activation, chosen, { k11, k12: 0, k22 }).value).toBeCloseTo(
          mean(k11) * mean(k22),
          11,
        );
      }),
    );
  });

  it('has a slope of E φ′² ≥ 0 for equal inputs', () => {
    fc.assert(
      fc.property(settings, variance, (chosen, k) => {
        const { slope } = dualOf(activation, chosen, { k11: k, k12: k, k22: k });

        expect(slope).toBeGreaterThanOrEqual(0);
        expect(slope).toBeCloseTo(
          normalMean((z) => df(chosen)(Math.sqrt(k) * z) ** 2, 0),
          10,
        );
      }),
    );
  });

  it('makes positive semi-definite kernels of many inputs, and exactly symmetric ones', () => {
    fc.assert(
      fc.property(settings, fc.nat(), (chosen, seed) => {
        const x = matrix(12, 3, normals(stream(seed).fork('x'), 36));
        const state = inputKernel(x, x);
        const { nngp, ntk } = activationLayer(activation, chosen).kernel({
          ...state,
          ntk: state.nngp,
        });

        if (jumps) expect(ntk.data.every((value) => value === 0)).toBe(true);
        for (const kernel of jumps ? [nngp] : [nngp, ntk]) {
          const values = eigenvalues(kernel);
          expect(values.at(-1)).toBeGreaterThan(-1e-12 * values[0]!);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('leaky ReLU', () => {
  const leaky = activations.get('leaky');
  const pair = { k11: 1.3, k12: 0.4, k22: 0.8 };

  it('is ReLU at slope 0 and linear at slope 1', () => {
    expect(dualOf(leaky, { slope: 0 }, pair)).toEqual(dualOf(activations.get('relu'), {}, pair));
    expect(dualOf(leaky, { slope: 1 }, pair)).toEqual(dualOf(activations.get('linear'), {}, pair));
    expect([-2, 3].map((x) => leaky.f(plainOps, x, { slope: 0 }))).toEqual([-0, 3]);
    expect([-2, 3].map((x) => leaky.f(plainOps, x, { slope: 1 }))).toEqual([-2, 3]);
    expect([-2, 3].map((x) => leaky.f(plainOps, x, { slope: -1 }))).toEqual([2, 3]);
  });
});

describe('the absolute value', () => {
  it('is leaky ReLU of slope −1, with the derivative −1 at 0', () => {
    const abs = activations.get('abs');
    const pair = { k11: 1.3, k12: 0.4, k22: 0.8 };

    expect([-2, 0, 3].map((x) => abs.f(plainOps, x, {}) + 0)).toEqual([2, 0, 3]);
    expect([-2, 0, 3].map((x) => abs.df(plainOps, x, {}))).toEqual([-1, -1, 1]);
    expect(dualOf(abs, {}, pair)).toEqual(dualOf(activations.get('leaky'), { slope: -1 }, pair));
  });
});

describe('the hard threshold', () => {
  const step = activations.get('step');

  it('is 0 at 0, and passes no gradient', () => {
    expect([-2, 0, 3].map((x) => step.f(plainOps, x, {}))).toEqual([0, 0, 1]);
    expect([-2, 0, 3].map((x) => step.df(plainOps, x, {}) + 0)).toEqual([0, 0, 0]);
  });

  it('has the arc-cosine kernel of order 0: the share of directions that both inputs are on the same side of', () => {
    for (const angle of [0, 0.3, Math.PI / 2, 3, Math.PI]) {
      const pair = { k11: 4, k12: 2 * 0.5 * Math.cos(angle), k22: 0.25 };

      expect(dualOf(step, {}, pair).value).toBeCloseTo((Math.PI - angle) / (2 * Math.PI), 8);
    }
  });

  it('is off where its input is always 0', () => {
    expect(dualOf(step, {}, { k11: 0, k12: 0, k22: 1 }).value).toBe(0);
    expect(dualOf(step, {}, { k11: 0, k12: 0, k22: 0 }).value).toBe(0);
  });

  it('alone says why there is no NTK', () => {
    expect(activations.list.filter(({ withoutNtk }) => withoutNtk).map(({ id }) => id)).toEqual([
      'step',
    ]);
    expect(step.withoutNtk).toMatch(/no NTK.*zero almost everywhere.*\.$/);
  });
});

describe('sine and cosine', () => {
  it('keep the digits of kernels between nearly independent inputs, and never overflow', () => {
    const tiny = dualOf(activations.get('sin'), {}, { k11: 1, k12: 1e-20, k22: 1 });
    const huge = dualOf(activations.get('cos'), {}, { k11: 4000, k12: 4000, k22: 4000 });

    expect(tiny.value / (1e-20 * Math.exp(-1))).toBeCloseTo(1, 14);
    expect(huge).toEqual({ value: 0.5, slope: 0.5 });
  });
});
