import gammaln from '@stdlib/math-base-special-gammaln';
import { describe, expect, it } from 'vitest';
import { logLaw, logMoment } from './rectifiedSquares.ts';

/** ln E (χ²_m)^p. */
const chiLogMoment = (m: number, p: number): number =>
  p * Math.LN2 + gammaln(m / 2 + p) - gammaln(m / 2);

/** ψ(x) and ψ′(x): recurrence up to x ≥ 30, then the first terms of their asymptotic series. */
function polygammas(x: number): { readonly psi: number; readonly trigamma: number } {
  if (x < 30) {
    const { psi, trigamma } = polygammas(x + 1);
    return { psi: psi - 1 / x, trigamma: trigamma + 1 / x ** 2 };
  }
  return {
    psi: Math.log(x) - 1 / (2 * x) - 1 / (12 * x ** 2) + 1 / (120 * x ** 4) - 1 / (252 * x ** 6),
    trigamma: 1 / x + 1 / (2 * x ** 2) + 1 / (6 * x ** 3) - 1 / (30 * x ** 5) + 1 / (42 * x ** 7),
  };
}

/** P(B = m) for m of d fair coins. */
const coins = (d: number, m: number): number =>
  Math.exp(gammaln(d + 1) - gammaln(m + 1) - gammaln(d - m + 1) - d * Math.LN2);

const counts = [1, 2, 3, 16, 64, 257];
const powers = [0.025, 0.25, 0.5, 0.75, 0.999, 1];

describe('polygammas, which the tests below compare with', () => {
  it('have their known values', () => {
    expect(polygammas(1).psi).toBeCloseTo(-0.5772156649015329, 13);
    expect(polygammas(0.5).psi).toBeCloseTo(-1.9635100260214235, 13);
    expect(polygammas(1).trigamma).toBeCloseTo(Math.PI ** 2 / 6, 14);
    expect(polygammas(0.5).trigamma).toBeCloseTo(Math.PI ** 2 / 2, 13);
  });
});

describe('the sum of rectified squares', () => {
  it.each(counts)('of %d linear terms has the moments of χ²', (count) => {
    for (const p of powers)
      expect(logMoment({ count, slope: 1 }, p)).toBeCloseTo(chiLogMoment(count, p), 12);
  });

  it.each(counts)('of %d ReLU terms has the moments of χ² over a number of coins', (count) => {
    for (const p of powers) {
      let sum = 0;
      for (let m = 1; m <= count; m++) sum += coins(count, m) * Math.exp(chiLogMoment(m, p));

      expect(logMoment({ count, slope: 0 }, p)).toBeCloseTo(Math.log(sum), 11);
    }
  });

  it.each([-0.7, 0.01, 0.3])('of one term has a closed form at slope %d', (slope) => {
    for (const p of powers)
      expect(logMoment({ count: 1, slope }, p)).toBeCloseTo(
        Math.log((1 + Math.abs(slope) ** (2 * p)) / 2) + chiLogMoment(1, p),
        12,
      );
  });

  it('of two terms agrees with an integral over the angle between them', () => {
    // (r cos θ, r sin θ): each term is r² times a square, and r² is χ² of two.
    const slope = 0.2;
    const p = 0.4;
    const square = (z: number): number => (z > 0 ? z * z : slope ** 2 * z * z);
    const nodes = 1 << 16;
    let sum = 0;
    for (let k = 0; k < nodes; k++) {
      const angle = (2 * Math.PI * (k + 0.5)) / nodes;
      sum += (square(Math.cos(angle)) + square(Math.sin(angle))) ** p;
    }

    expect(logMoment({ count: 2, slope }, p)).toBeCloseTo(
      Math.log(sum / nodes) + chiLogMoment(2, p),
      8,
    );
  });

  it('goes over into ReLU and into the linear one as the slope does', () => {
    for (const p of powers) {
      const at = (slope: number): number => logMoment({ count: 16, slope }, p);
      // With all sixteen negative, with probability 2⁻¹⁶, the slope alone remains, to the power 2p.
      const alone = 2 ** -16 * (1e-9 ** (2 * p) * Math.exp(chiLogMoment(16, p) - at(0)));
      expect(at(1e-9)).toBeCloseTo(at(0) + Math.log1p(alone), 7);
      expect(at(1 - 1e-9)).toBeCloseTo(at(1), 8);
      expect(at(-1)).toBe(at(1));
    }
  });

  it.each(counts)('of %d linear terms has the logarithm of χ²', (count) => {
    const { mean, variance } = logLaw({ count, slope: 1 });

    expect(mean).toBeCloseTo(polygammas(count / 2).psi + Math.LN2, 12);
    expect(variance).toBeCloseTo(polygammas(count / 2).trigamma, 11);
  });

  it.each(counts)('of %d ReLU terms has it over the coins that do not all fail', (count) => {
    let all = 0;
    let first = 0;
    let second = 0;
    for (let m = 1; m <= count; m++) {
      const { psi, trigamma } = polygammas(m / 2);
      const weight = coins(count, m);
      all += weight;
      first += weight * (psi + Math.LN2);
      second += weight * (trigamma + (psi + Math.LN2) ** 2);
    }
    const { mean, variance } = logLaw({ count, slope: 0 });

    expect(mean).toBeCloseTo(first / all, 10);
    expect(variance).toBeCloseTo(second / all - (first / all) ** 2, 9);
  });

  it('of one leaky term has a logarithm that is one of two by a coin', () => {
    const slope = 0.05;
    const shift = Math.log(slope ** 2);
    const { psi, trigamma } = polygammas(0.5);
    const { mean, variance } = logLaw({ count: 1, slope });

    expect(mean).toBeCloseTo(psi + Math.LN2 + shift / 2, 11);
    expect(variance).toBeCloseTo(trigamma + shift ** 2 / 4, 10);
  });
});
