import { describe, expect, it } from 'vitest';
import { activationMoments, squaredSingularLaw } from '../nn/jacobianLaw.ts';
import { meanSquaresOf } from '../nn/meanSquares.ts';
import { activations } from './activations/index.ts';

const momentsOf = (id: string, q: number, settings = {}) =>
  activationMoments(activations.get(id), settings, q);

/** Var s² of twelve critical layers, tanh, at q*: orthogonal and Gaussian. */
const published = [
  [1.05, 0.02592, 0.051, 12.05],
  [1.393962, 0.25, 1.64, 13.6],
  [1.687975, 0.5, 3.59, 15.6],
] as const;

describe('the law of squared singular values', () => {
  it.each(published)(
    'of tanh networks at σ_w² = %d has the variance that simulations find',
    (gain, q, orthogonal, gaussian) => {
      const { mu1, mu2 } = momentsOf('tanh', q);
      const of = (s1: number) =>
        squaredSingularLaw(Array.from({ length: 12 }, () => ({ gain, mu1, mu2, s1 })));

      expect(of(0).meanSquare).toBeCloseTo(1, 3);
      expect(of(0).variance / orthogonal).toBeCloseTo(1, 1);
      expect(Math.abs(of(0).variance - orthogonal)).toBeLessThan(0.006);
      expect(Math.abs(of(-1).variance - gaussian)).toBeLessThan(0.06);
    },
  );

  it('of ReLU networks grows with depth even if weights are orthogonal', () => {
    for (const q of [0.01, 1, 300]) {
      const { value, mu1, mu2 } = momentsOf('relu', q);
      expect(value / q).toBeCloseTo(0.5, 13);
      expect(mu1).toBeCloseTo(0.5, 13);
      expect(mu2).toBeCloseTo(0.5, 13);
    }
    const layer = { gain: 2, mu1: 0.5, mu2: 0.5, s1: 0 };
    expect(squaredSingularLaw([layer, layer, layer])).toEqual({ meanSquare: 1, variance: 3 });
  });

  it('of a product of two Gaussian matrices is that of Fuss and Catalan', () => {
    const linear = { gain: 1, mu1: 1, mu2: 1, s1: -1 };
    // Second moments of the products of one, two and three: 2, 3, 4.
    for (const factors of [1, 2, 3])
      expect(squaredSingularLaw(Array.from({ length: factors }, () => linear))).toEqual({
        meanSquare: 1,
        variance: factors,
      });
    expect(squaredSingularLaw([])).toEqual({ meanSquare: 1, variance: 0 });
  });
});

describe('the moments of an activation', () => {
  it.each([0.05, 1, 7, 60])('erf at q = %d have closed forms', (q) => {
    const { value, mu1, mu2 } = momentsOf('erf', q);

    expect(value).toBeCloseTo((2 / Math.PI) * Math.asin((2 * q) / (1 + 2 * q)), 12);
    expect(mu1).toBeCloseTo(4 / Math.PI / Math.sqrt(1 + 4 * q), 12);
    expect(mu2).toBeCloseTo((4 / Math.PI) ** 2 / Math.sqrt(1 + 8 * q), 12);
  });

  it.each(
    activations.list.filter(({ withoutNtk }) => withoutNtk === undefined).map(({ id }) => id),
  )('%s are those of its dual', (id) => {
    const entry = activations.get(id);
    const settings = Object.fromEntries(
      entry.params.map(({ key, default: value }) => [key, value]),
    );
    const { value, slope } = meanSquaresOf(entry, settings);
    for (const q of [0.02, 1, 9]) {
      const found = activationMoments(entry, settings, q);
      expect(found.value / value(q)).toBeCloseTo(1, 8);
      expect(found.mu1 / slope(q)).toBeCloseTo(1, 8);
      expect(found.mu2).toBeGreaterThanOrEqual(found.mu1 ** 2 * (1 - 1e-12));
    }
  });
});
