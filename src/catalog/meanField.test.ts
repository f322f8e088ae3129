import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erf as erfActivation } from './activations/erf.ts';
import { leakyRelu } from './activations/leakyRelu.ts';
import { linear } from './activations/linear.ts';
import { relu } from './activations/relu.ts';
import { tanh } from './activations/tanh.ts';
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
