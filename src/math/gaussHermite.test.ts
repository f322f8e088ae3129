import { describe, expect, it } from 'vitest';
import { erf } from './erf.ts';
import { gaussHermite } from './gaussHermite.ts';

function expectation(n: number, f: (z: number) => number): number {
  const { nodes, weights } = gaussHermite(n);
  return nodes.reduce((sum, z, i) => sum + weights[i]! * f(z), 0);
}

const sizes = [1, 2, 3, 4, 5, 8, 16, 33, 64, 100, 128, 200, 255, 256];

describe('Gauss–Hermite rule', () => {
  it.each(sizes)('of %i nodes is symmetric, ascending and of mass 1', (n) => {
    const { nodes, weights } = gaussHermite(n);
    expect(nodes).toHaveLength(n);
    expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-14);
    nodes.forEach((node, i) => {
      expect(node + nodes[n - 1 - i]!).toBe(0);
      expect(weights[i]).toBe(weights[n - 1 - i]);
      expect(weights[i]).toBeGreaterThan(0);
      if (i > 0) expect(node).toBeGreaterThan(nodes[i - 1]!);
    });
  });

  it.each(sizes)('of %i nodes has E z^2k = (2k − 1)!! up to degree 2n − 1', (n) => {
    let exact = 1;
    for (let k = 0; 2 * k <= Math.min(2 * n - 1, 100); k++) {
      if (k > 0) exact *= 2 * k - 1;
      expect(Math.abs(expectation(n, (z) => z ** (2 * k)) / exact - 1)).toBeLessThan(4e-15);
    }
  });

  it('misses degree 2n, so the rule has no more nodes than it says', () => {
    expect(expectation(3, (z) => z ** 6)).toBeCloseTo(9, 12);
  });

  // Abramowitz & Stegun (1964), table 25.10, n = 20: the weight function e^{−x²}, hence z = √2·x and w/√π.
  it('agrees with the table of Abramowitz and Stegun', () => {
    const { nodes, weights } = gaussHermite(20);
    expect(nodes[10]! / Math.SQRT2).toBeCloseTo(0.2453407083009, 13);
    expect(weights[10]! * Math.sqrt(Math.PI)).toBeCloseTo(0.4622436696006, 13);
    expect(nodes[19]! / Math.SQRT2).toBeCloseTo(5.3874808900112, 13);
    expect((weights[19]! * Math.sqrt(Math.PI)) / 2.229393645534e-13).toBeCloseTo(1, 12);
  });

  it('gives E cos z = e^{−1/2} and, by the arc-sine law (Williams 1996), E erf² z', () => {
    for (const n of [64, 128, 256]) {
      expect(Math.abs(expectation(n, Math.cos) - Math.exp(-0.5))).toBeLessThan(1e-15 * 4);
    }
    const exact = (2 / Math.PI) * Math.asin(2 / 3);
    expect(Math.abs(expectation(256, (z) => erf(z) ** 2) - exact)).toBeLessThan(1e-14);
  });

  // The trapezoidal rule converges geometrically for such integrands (Trefethen & Weideman 2014).
  it('gives E tanh² z as a fine trapezoidal rule does', () => {
    const step = 1 / 64;
    let sum = 0;
    for (let z = -12; z <= 12; z += step) sum += Math.tanh(z) ** 2 * Math.exp(-0.5 * z * z);
    const exact = (sum * step) / Math.sqrt(2 * Math.PI);
    expect(Math.abs(expectation(256, (z) => Math.tanh(z) ** 2) - exact)).toBeLessThan(1e-14);
    expect(Math.abs(expectation(128, (z) => Math.tanh(z) ** 2) - exact)).toBeLessThan(1e-11);
  });

  it('is made once', () => {
    expect(gaussHermite(7)).toBe(gaussHermite(7));
  });

  it('refuses sizes out of range', () => {
    for (const n of [0, -1, 2.5, 257, NaN]) {
      expect(() => gaussHermite(n)).toThrow(`1 to 256 nodes, not ${n}`);
    }
  });
});
