import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erf as erfActivation } from './activations/erf.ts';
import { gelu } from './activations/gelu.ts';
import { activations } from './activations/index.ts';
import { leakyRelu } from './activations/leakyRelu.ts';
import { linear } from './activations/linear.ts';
import { relu } from './activations/relu.ts';
import { step } from './activations/step.ts';
import { tanh } from './activations/tanh.ts';
import { plainOps } from '../nn/plainOps.ts';
import { normalMean } from '../nn/testing/pairMean.ts';
import { defaultSettings } from './testing/randomSettings.ts';
import { gaussHermite } from '../math/gaussHermite.ts';
import { meanField, phaseOf } from '../nn/meanField.ts';

describe('the mean field', () => {
  // Iterated 3000 times with scipy's adaptive quadrature.
  it.each([
    [1.05, 2.01e-5, 0.02592084, 1.00000019],
    [1.5, 0.1, 0.52021614, 0.8775128],
    [1.5, 0.01, 0.31770479, 1.01355695],
    [2, 0.1, 0.81464401, 1.00300692],
  ])('of tanh at σ_w² = %f, σ_b² = %f is the known one', (sw2, sb2, variance, slope) => {
    const found = meanField(tanh, {}, sw2, sb2);

    expect(found.variance).toBeCloseTo(variance, 8);
    expect(found.slope).toBeCloseTo(slope, 8);
  });

  it('is where iterating the map ends, for tanh, by another quadrature', () => {
    const { nodes, weights } = gaussHermite(96);
    fc.assert(
      fc.property(
        fc.double({ min: 1.2, max: 4, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (sw2, sb2) => {
          let q = 1;
          for (let round = 0; round < 2000; round++) {
            let mean = 0;
            nodes.forEach((z, i) => (mean += weights[i]! * Math.tanh(Math.sqrt(q) * z) ** 2));
            q = sw2 * mean + sb2;
          }

          expect(Math.abs(meanField(tanh, {}, sw2, sb2).variance / q - 1)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('of ReLU on its critical line keeps any variance', () => {
    expect(meanField(relu, {}, 2, 0)).toEqual({ variance: 1, slope: 1 });
  });

  it('of ReLU has a closed form below the critical line: q* = σ_b²/(1 − σ_w²/2)', () => {
    expect(meanField(relu, {}, 1.5, 0.1).variance).toBeCloseTo(0.1 / 0.25, 10);
    expect(meanField(relu, {}, 1.5, 0.1).slope).toBeCloseTo(0.75, 12);
  });

  it('grows without bound above it', () => {
    expect(meanField(relu, {}, 2, 0.1).variance).toBe(Infinity);
    expect(meanField(relu, {}, 2.4, 0).slope).toBeCloseTo(1.2, 12);
    expect(meanField(linear, {}, 1.5, 0)).toEqual({ variance: Infinity, slope: 1.5 });
  });

  it('of leaky ReLU has χ₁ = σ_w²(1 + a²)/2', () => {
    expect(meanField(leakyRelu, { slope: 0.1 }, 1.5, 0.1).slope).toBeCloseTo(1.5 * 0.505, 12);
  });

  it('dies out where the weights are too small and there is no bias', () => {
    const dead = meanField(tanh, {}, 0.8, 0);

    expect(dead.variance).toBe(0);
    expect(dead.slope).toBeCloseTo(0.8, 12);
    expect(meanField(erfActivation, {}, 0.5, 0).variance).toBe(0);
    expect(meanField(tanh, {}, 0, 0.3).variance).toBeCloseTo(0.3, 12);
  });
});

describe.each(activations.list)('the mean field of $id', (activation) => {
  const settings = defaultSettings(activation);
  const f = (x: number): number => activation.f(plainOps, x, settings);
  const df = (x: number): number => activation.df(plainOps, x, settings);

  it.each([
    [0.9, 0.2],
    [1.5, 0.05],
    [1.7, 0],
  ])(
    'is where layers settle, and its slope is E φ′² there, at σ_w² = %f, σ_b² = %f',
    (sw2, sb2) => {
      const next = (q: number): number =>
        sw2 * normalMean((z) => f(Math.sqrt(q) * z) ** 2, 0, 0.25) + sb2;
      const found = meanField(activation, settings, sw2, sb2);
      let q = sw2 + sb2;
      for (let layer = 0; layer < 300 && q < 1e6; layer++) q = next(q);

      if (found.variance === Infinity) expect(q).toBeGreaterThan(1e6);
      else {
        expect(Math.abs(q - found.variance)).toBeLessThan(1e-3 * Math.max(found.variance, 0.3));
        const slope = sw2 * normalMean((z) => df(Math.sqrt(found.variance) * z) ** 2, 0, 0.25);
        if (activation.withoutNtk === undefined && found.variance > 0)
          expect(found.slope).toBeCloseTo(slope, 9);
      }
    },
  );
});

describe('an activation that grows faster the larger its input is', () => {
  it('settles or not by where it starts, and that is at inputs of mean square one', () => {
    // GELU without biases at σ_w² = 2.2: a q below 1.7 or so dies out, but the first layer has q = 2.2.
    expect(meanField(gelu, {}, 2.2, 0).variance).toBe(Infinity);
    expect(meanField(gelu, {}, 1.9, 0).variance).toBe(0);
  });
});

describe('the hard threshold', () => {
  it('has q* = σ_w²/2 + σ_b², and is chaotic everywhere', () => {
    const found = meanField(step, {}, 1.5, 0.1);

    expect(found.variance).toBeCloseTo(0.85, 12);
    expect(found.slope).toBe(Infinity);
    expect(phaseOf(found)).toBe('chaotic');
  });
});

describe('the phase', () => {
  it.each([
    [0.8775, 'ordered'],
    [0.9996, 'critical'],
    [1, 'critical'],
    [1.0136, 'chaotic'],
  ] as const)('at χ₁ = %f is %s', (slope, phase) => {
    expect(phaseOf({ variance: 1, slope })).toBe(phase);
  });
});
