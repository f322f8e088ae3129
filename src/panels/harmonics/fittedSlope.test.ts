import { describe, expect, it } from 'vitest';
import { fadesAt, slopeOf } from './fittedSlope.ts';

const eigenvalues = (at: (k: number) => number): Float64Array =>
  Float64Array.from({ length: 81 }, (_, k) => (k === 0 ? 1 : at(k)));

describe('the fitted slope of eigenvalues', () => {
  it('is the exponent of a power law', () => {
    const fit = slopeOf(eigenvalues((k) => 0.3 * k ** -2.5))!;

    expect(fit.slope).toBeCloseTo(-2.5, 10);
    expect(fit.error).toBeLessThan(1e-10);
    expect([fit.from, fit.to]).toEqual([20, 80]);
    expect(Math.exp(fit.intercepts.even!)).toBeCloseTo(0.3, 10);
  });

  it('is not bent by a factor between odd and even degrees', () => {
    const fit = slopeOf(eigenvalues((k) => (k % 2 === 0 ? 1 : 1e-4) * k ** -3))!;

    expect(fit.slope).toBeCloseTo(-3, 10);
    expect(Math.exp(fit.intercepts.odd!)).toBeCloseTo(1e-4, 10);
  });

  it('is that of the even degrees where the odd ones vanish', () => {
    const fit = slopeOf(eigenvalues((k) => (k % 2 === 0 ? k ** -2 : -1e-18)))!;

    expect(fit.slope).toBeCloseTo(-2, 10);
    expect(fit.intercepts.odd).toBeUndefined();
  });

  it('has an error where eigenvalues scatter', () => {
    const fit = slopeOf(eigenvalues((k) => k ** -2 * (1 + 0.2 * Math.sin(7 * k))))!;

    expect(fit.error).toBeGreaterThan(0.01);
  });

  it('does not exist where they fall faster than any power, and they end', () => {
    const exponential = eigenvalues((k) => Math.exp(-k));

    expect(slopeOf(exponential)).toBeUndefined();
    expect(fadesAt(exponential)).toBe(35);
  });

  it('is one of the whole range: nothing fades', () => {
    expect(fadesAt(eigenvalues((k) => k ** -3))).toBeUndefined();
  });
});
