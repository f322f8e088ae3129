import { describe, expect, it } from 'vitest';
import { gaussLegendre } from './gaussLegendre.ts';

function integral(n: number, f: (x: number) => number): number {
  const { nodes, weights } = gaussLegendre(n);
  return nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
}

describe('Gauss–Legendre rule', () => {
  it.each([1, 2, 3, 7, 16, 64, 200, 256, 1024])('of %i nodes is exact to degree 2n − 1', (n) => {
    for (let degree = 0; degree <= Math.min(2 * n - 1, 100); degree++) {
      const scale = 2 / (degree + 1);
      const exact = degree % 2 === 0 ? scale : 0;
      const error = Math.abs(integral(n, (x) => x ** degree) - exact);
      expect(error / scale).toBeLessThan(2e-14);
    }
  });

  it('misses degree 2n, so the rule has no more nodes than it says', () => {
    expect(integral(2, (x) => x ** 4)).toBeCloseTo(2 / 9, 14);
  });

  // Abramowitz & Stegun (1964), table 25.4, n = 5.
  it('agrees with the table of Abramowitz and Stegun', () => {
    const { nodes, weights } = gaussLegendre(5);
    [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664].forEach(
      (node, i) => {
        expect(nodes[i]).toBeCloseTo(node, 14);
      },
    );
    [0.236926885056189, 0.478628670499366, 0.568888888888889].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 14);
    });
  });

  it('integrates the exponential', () => {
    expect(Math.abs(integral(20, Math.exp) - 2 * Math.sinh(1))).toBeLessThan(1e-14);
  });

  it('refuses sizes out of range', () => {
    for (const n of [0, 1.5, 1025]) {
      expect(() => gaussLegendre(n)).toThrow(`1 to 1024 nodes, not ${n}`);
    }
  });
});
