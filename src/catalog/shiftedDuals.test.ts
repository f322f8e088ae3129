import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { stream } from '../math/rng.ts';
import type { Activation, Covariance, DualValue } from '../nn/Activation.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { plainOps } from '../nn/plainOps.ts';
import type { Settings } from '../nn/Settings.ts';
import { normalMean } from '../nn/testing/pairMean.ts';
import { activations } from './activations/index.ts';
import { rectifierDual } from './activations/rectifierDual.ts';
import { bothPositive, shiftedRectifierDual } from './activations/shiftedRectifierDual.ts';
import { randomSettings } from './testing/randomSettings.ts';

/** The dual for normals of this mean, as networks use it. */
function dualOf(
  activation: Activation,
  settings: Settings,
  { k11, k12, k22 }: Covariance,
  mean: number,
): DualValue {
  const { nngp, ntk } = activationLayer(activation, settings).kernel({
    nngp: matrix(1, 1, Float64Array.of(k12)),
    ntk: matrix(1, 1, Float64Array.of(1)),
    rowVariance: Float64Array.of(k11),
    columnVariance: Float64Array.of(k22),
    mean,
  });
  return { value: nngp.data[0]!, slope: ntk.data[0]! };
}

/** E f(u)f(v) for u and v of this mean by nested quadrature, with borders where u or v is zero. */
function shiftedPairMean(
  f: (x: number) => number,
  { k11, k12, k22 }: Covariance,
  mean: number,
): number {
  const root = Math.sqrt(k11);
  const lean = k12 / root;
  const spread = Math.sqrt(k22 - lean * lean);
  return normalMean((z) => {
    const centre = mean + lean * z;
    return f(mean + root * z) * normalMean((w) => f(centre + spread * w), -centre / spread);
  }, -mean / root);
}

const variance = fc.double({ min: 0.05, max: 4, noNaN: true });
const correlation = fc.double({ min: -0.97, max: 0.97, noNaN: true });
const shift = fc.double({ min: -3, max: 3, noNaN: true });
const covariance = fc
  .tuple(variance, variance, correlation)
  .map(([k11, k22, rho]) => ({ k11, k12: rho * Math.sqrt(k11 * k22), k22 }));

describe.each(activations.list)('the dual of $id about a mean', (activation) => {
  const settings = fc.nat().map((seed) => randomSettings(activation, stream(seed)));

  it('is what plain quadrature gives', () => {
    fc.assert(
      fc.property(settings, covariance, shift, (chosen, pair, mean) => {
        const f = (x: number): number => activation.f(plainOps, x, chosen);
        const df = (x: number): number => activation.df(plainOps, x, chosen);
        const { value, slope } = dualOf(activation, chosen, pair, mean);

        expect(Math.abs(value - shiftedPairMean(f, pair, mean))).toBeLessThan(1e-9);
        expect(Math.abs(slope - shiftedPairMean(df, pair, mean))).toBeLessThan(1e-9);
      }),
      { numRuns: 5 },
    );
  });
});

describe('the shifted rectifier', () => {
  it.each([0, 0.3, -1])('of slope %d is the centred one where the mean vanishes', (a) => {
    fc.assert(
      fc.property(covariance, (pair) => {
        const plain = rectifierDual(a, pair);
        for (const mean of [0, 1e-14, -1e-14]) {
          const { value, slope } = shiftedRectifierDual(a, pair, mean);

          expect(Math.abs(value - plain.value)).toBeLessThan(1e-12);
          expect(Math.abs(slope - plain.slope)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('is on both sides of one threshold as often as Yang et al. (2023) say', () => {
    const unit = (rho: number): Covariance => ({ k11: 1, k12: rho, k22: 1 });
    /** Q(B)² + (1/2π)·∫₀^{asin ρ} exp(−B²/(1 + sin t)) dt, by the midpoint rule. */
    const byAngle = (b: number, rho: number): number => {
      const count = 20_000;
      const step = Math.asin(rho) / count;
      let sum = 0;
      for (let k = 0; k < count; k++) sum += Math.exp((-b * b) / (1 + Math.sin((k + 0.5) * step)));
      const tail = bothPositive(unit(1), -b);
      return tail * tail + (sum * step) / (2 * Math.PI);
    };

    expect(bothPositive(unit(0.6), 0)).toBeCloseTo(0.352416, 6);
    expect(bothPositive(unit(0.6), -1)).toBeCloseTo(0.0725259, 7);
    expect(bothPositive(unit(0.9), -2)).toBeCloseTo(0.0133613, 7);
    for (const [b, rho] of [
      [0.5, -0.8],
      [1, 0.6],
      [2, 0.99],
      [3, 0.2],
    ] as const)
      expect(bothPositive(unit(rho), -b)).toBeCloseTo(byAngle(b, rho), 9);
  });

  it('of a single input is active for the share Q(B)', () => {
    const share = (b: number): number => bothPositive({ k11: 1, k12: 1, k22: 1 }, -b);

    expect(share(1)).toBeCloseTo(0.1586553, 7);
    expect(share(2)).toBeCloseTo(0.0227501, 7);
    expect(share(3)).toBeCloseTo(0.0013499, 7);
  });

  it('knows inputs that are parallel, and those that are zero', () => {
    // Of u and 2u about −1 the first is positive only where the second is.
    expect(bothPositive({ k11: 1, k12: 2, k22: 4 }, -1)).toBeCloseTo(0.1586553, 7);
    expect(bothPositive({ k11: 4, k12: 2, k22: 1 }, 1)).toBeCloseTo(1 - 0.3085375, 7);
    expect(bothPositive({ k11: 1, k12: -1, k22: 1 }, -0.5)).toBe(0);
    const off = shiftedRectifierDual(0, { k11: 0, k12: 0, k22: 1 }, -1);
    const on = shiftedRectifierDual(0, { k11: 0, k12: 0, k22: 0 }, 2);

    expect(off).toEqual({ value: 0, slope: 0 });
    expect(on).toEqual({ value: 4, slope: 1 });
  });
});
