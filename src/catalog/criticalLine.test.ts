import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../math/gaussHermite.ts';
import { criticalPoint, criticalSet } from '../nn/criticalLine.ts';
import { depthScale } from '../nn/depthScale.ts';
import { fixedPoint, meanField } from '../nn/meanField.ts';
import { meanSquaresOf, tabulated } from '../nn/meanSquares.ts';
import { abs } from './activations/abs.ts';
import { erf } from './activations/erf.ts';
import { gelu } from './activations/gelu.ts';
import { activations } from './activations/index.ts';
import { leakyRelu } from './activations/leakyRelu.ts';
import { relu } from './activations/relu.ts';
import { sigmoid } from './activations/sigmoid.ts';
import { step } from './activations/step.ts';
import { tanh } from './activations/tanh.ts';
import { defaultSettings } from './testing/randomSettings.ts';

describe('the critical line', () => {
  // scipy's adaptive quadrature, to 1e-13.
  it.each([
    [0.01, 1.019710760741267, 1.2579958713222067e-6],
    [0.025921, 1.0500000965241656, 2.010532851164093e-5],
    [0.05, 1.0936273140982375, 0.0001282966093934662],
    [0.1, 1.1775690961646013, 0.0008322804246863047],
    [0.25, 1.393961628314079, 0.008125154162231613],
    [0.5, 1.6879751205775353, 0.03804120111126835],
    [1, 2.1533026489027898, 0.15096462937855293],
    [2, 2.8611623999983267, 0.512264947595217],
  ])('of tanh at q* = %f is at σ_w² = %f, σ_b² = %f', (q, weightVariance, biasVariance) => {
    const point = criticalPoint(meanSquaresOf(tanh, {}), q);

    expect(point.weightVariance / weightVariance).toBeCloseTo(1, 10);
    expect(point.biasVariance / biasVariance).toBeCloseTo(1, 8);
  });

  it('of erf has a closed form', () => {
    for (const q of [0.01, 0.1, 1, 5]) {
      const weightVariance = (Math.PI / 4) * Math.sqrt(1 + 4 * q);
      const mean = (2 / Math.PI) * Math.asin((2 * q) / (1 + 2 * q));
      const point = criticalPoint(meanSquaresOf(erf, {}), q);

      expect(point.weightVariance).toBeCloseTo(weightVariance, 12);
      expect(point.biasVariance).toBeCloseTo(q - weightVariance * mean, 12);
    }
    const { weightVariance, biasVariance } = criticalPoint(meanSquaresOf(erf, {}), 0.1);

    expect(weightVariance).toBeCloseTo(0.929296, 6);
    expect(biasVariance).toBeCloseTo(9.36e-4, 6);
  });

  it.each([
    ['relu', relu, {}, 2],
    ['leaky ReLU', leakyRelu, { slope: 0.1 }, 2 / 1.01],
    ['|x|', abs, {}, 1],
  ] as const)('of %s is one σ_w², at which any variance is kept', (_name, phi, settings, at) => {
    const { curves, scaleFree } = criticalSet(meanSquaresOf(phi, settings));

    expect(curves).toEqual([]);
    expect(scaleFree).toBeCloseTo(at, 12);
  });

  it('is missing where layers never reach it', () => {
    expect(criticalSet(meanSquaresOf(step, {}))).toEqual({ curves: [] });
    const [[first] = []] = criticalSet(tabulated(meanSquaresOf(sigmoid, {}))).curves;

    // E σ′² is at most 1/16, and a mean of ½ keeps q* from small values.
    expect(first?.weightVariance).toBeGreaterThan(100);
  });

  it('of GELU begins where q* is no longer what inputs of mean square one come to', () => {
    const [curve = [], ...others] = criticalSet(meanSquaresOf(gelu, {})).curves;
    const { variance } = curve[0]!;

    expect(others).toEqual([]);
    expect(variance).toBeGreaterThan(3);
    for (const point of curve.filter((_, k) => k % 10 === 5)) {
      const found = meanField(gelu, {}, point.weightVariance, point.biasVariance);

      expect(found.slope).toBeCloseTo(1, 6);
      expect(found.variance / point.variance).toBeCloseTo(1, 2);
    }
    // Just below it, settings of the same formula run away from their fixed point.
    const below = criticalPoint(meanSquaresOf(gelu, {}), 0.9 * variance);

    expect(meanField(gelu, {}, below.weightVariance, below.biasVariance).variance).not.toBeCloseTo(
      below.variance,
      1,
    );
  });

  it('is where iterating the map with another quadrature stays, with χ₁ = 1, for tanh', () => {
    const { nodes, weights } = gaussHermite(96);
    const mean = (f: (x: number) => number, q: number): number =>
      nodes.reduce((sum, z, i) => sum + weights[i]! * f(Math.sqrt(q) * z), 0);
    const [curve = []] = criticalSet(tabulated(meanSquaresOf(tanh, {}))).curves;
    const near = curve.filter(({ variance }) => variance > 0.01 && variance < 3);

    expect(near.length).toBeGreaterThan(50);
    for (const { variance: q, weightVariance, biasVariance } of near) {
      const next = weightVariance * mean((x) => Math.tanh(x) ** 2, q) + biasVariance;
      const slope = weightVariance * mean((x) => (1 - Math.tanh(x) ** 2) ** 2, q);

      // As well as the table interpolates.
      expect(next / q).toBeCloseTo(1, 5);
      expect(slope).toBeCloseTo(1, 4);
    }
  });
});

describe('the papers’ settings of tanh', () => {
  // Roots by scipy's brentq of the same quadrature.
  it.each([
    [1.05, 2.01e-5, 0.025920840045472848, 1.0000001920000874, 5208331.46],
    [1.5, 0.1, 0.5202161362624608, 0.8775127959757063, 7.65323255694201],
    [1.5, 0.01, 0.31770479112424205, 1.0135569479695528, 74.26179279275938],
    [2, 0.1, 0.8146440100660005, 1.003006915075667, 333.0665083664768],
    [1.76, 0.05, 0.5694628398517767, 0.9997964242037353, 4911.67529241858],
  ])('(%f, %f) have the known q*, χ₁ and ξ', (sw2, sb2, variance, slope, scale) => {
    const found = meanField(tanh, {}, sw2, sb2);

    expect(found.variance).toBeCloseTo(variance, 9);
    expect(found.slope).toBeCloseTo(slope, 10);
    expect(depthScale(found) / scale).toBeCloseTo(1, 3);
  });
});

describe('the depth scale', () => {
  it('of ReLU in the ordered phase is −1/ln(σ_w²/2), and infinite at σ_w² = 2', () => {
    expect(depthScale(meanField(relu, {}, 1.5, 0.1))).toBeCloseTo(-1 / Math.log(0.75), 10);
    expect(depthScale(meanField(relu, {}, 2, 0))).toBe(Infinity);
  });

  it('is as long on either side of the critical line', () => {
    expect(depthScale({ variance: 1, slope: 1.25 })).toBeCloseTo(
      depthScale({ variance: 1, slope: 0.8 }),
      12,
    );
  });
});

describe.each(activations.list)('the table of mean squares of $id', (activation) => {
  const settings = defaultSettings(activation);
  const exact = meanSquaresOf(activation, settings);
  const table = tabulated(exact);

  it('gives the functions to 2e-5, at their ends too', () => {
    for (const q of [0, 1e-17, 1e-9, 3.3e-4, 0.07, 0.9, 1, 5.5, 300, 2e5, 1e12]) {
      for (const kind of ['value', 'slope'] as const) {
        const [known, read] = [exact[kind](q), table[kind](q)];

        expect(read === known || Math.abs(read / known - 1) < 2e-5).toBe(true);
      }
    }
  });

  it('leads to the same fixed points', () => {
    for (const [sw2, sb2] of [
      [0.7, 0.3],
      [1.4, 0.02],
      [3, 0.5],
    ] as const) {
      const known = meanField(activation, settings, sw2, sb2);
      const read = fixedPoint(table, sw2, sb2, 1e-6);

      for (const key of ['variance', 'slope'] as const) {
        expect(read[key] === known[key] || Math.abs(read[key] / known[key] - 1) < 1e-4).toBe(true);
      }
    }
  });
});
