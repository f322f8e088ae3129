import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLogSlope } from '../../math/lineFit.ts';
import { laplaceKernel } from '../reference/laplaceKernel.ts';
import { rbfKernel } from '../reference/rbfKernel.ts';
import { sphereFcNtk } from '../reference/sphereFcNtk.ts';
import { sphereResNtk } from '../reference/sphereResNtk.ts';
import { harmonicCount } from './harmonicCount.ts';
import { zonalEigenvalues } from './zonalEigenvalues.ts';
import { zonalRule } from './zonalRule.ts';

/** μ_0 … μ_last of a kernel that is given as a function of cos θ. */
const eigenvalues = (kernel: (u: number) => number, d: number, last: number): Float64Array =>
  zonalEigenvalues(
    zonalRule().nodes.map((angle) => kernel(Math.cos(angle))),
    d,
    last,
  );

const dimension = fc.integer({ min: 2, max: 40 });
const slopeOf = (mu: Float64Array, from: number, to: number, step = 1): number => {
  const degrees = Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);
  return logLogSlope(
    degrees,
    degrees.map((k) => mu[k]!),
  );
};

describe('the zonal rule', () => {
  const { nodes, weights } = zonalRule();

  it('has nodes that ascend through (0, π), mirrored about π/2 and close together at both ends', () => {
    nodes.slice(1).forEach((angle, p) => expect(angle).toBeGreaterThan(nodes[p]!));
    expect(nodes.length).toBeGreaterThan(2000);
    expect(nodes[0]).toBeLessThan(1e-6);
    nodes.forEach((angle, p) => {
      expect(angle + nodes.at(-1 - p)!).toBeCloseTo(Math.PI, 15);
      expect(weights[p]).toBe(weights.at(-1 - p)!);
    });
  });

  it('integrates waves, powers and a corner', () => {
    const integral = (f: (x: number) => number): number =>
      nodes.reduce((sum, x, p) => sum + weights[p]! * f(x), 0);

    for (const k of [1, 80, 300])
      expect(integral((x) => Math.sin(k * x) ** 2)).toBeCloseTo(Math.PI / 2, 12);
    expect(integral((x) => x ** 3)).toBeCloseTo(Math.PI ** 4 / 4, 11);
    // The peak of a deep network: 1/(1 + (x/w)²), as wide as w at each end.
    const w = 1e-3;
    expect(integral((x) => 1 / (1 + (x / w) ** 2)) / (w * Math.atan(Math.PI / w))).toBeCloseTo(
      1,
      12,
    );
  });
});

describe('how many harmonics there are', () => {
  it('is 2 on the circle, 2k + 1 on the sphere, (k + 1)² on S³', () => {
    for (let k = 1; k < 50; k++)
      expect([2, 3, 4].map((d) => harmonicCount(d, k))).toEqual([2, 2 * k + 1, (k + 1) ** 2]);
    expect([2, 3, 4, 100].map((d) => harmonicCount(d, 0))).toEqual([1, 1, 1, 1]);
  });

  it('is the dimension of homogeneous polynomials less those two degrees lower', () => {
    const ways = (n: number, k: number): number =>
      Array.from({ length: k }, (_, j) => (n - k + j + 1) / (j + 1)).reduce((a, b) => a * b, 1);
    fc.assert(
      fc.property(dimension, fc.integer({ min: 2, max: 20 }), (d, k) => {
        const expected = ways(d + k - 1, k) - ways(d + k - 3, k - 2);

        expect(harmonicCount(d, k) / expected).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('the eigenvalues of a zonal kernel', () => {
  it('are only μ_0 for a constant, and only μ_1 = 1/d for u', () => {
    fc.assert(
      fc.property(dimension, (d) => {
        eigenvalues(() => 1, d, 12).forEach((mu, k) => expect(mu).toBeCloseTo(k === 0 ? 1 : 0, 13));
        eigenvalues((u) => u, d, 12).forEach((mu, k) =>
          expect(mu).toBeCloseTo(k === 1 ? 1 / d : 0, 13),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('add up, each as often as it occurs, to κ(1)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (d, width) => {
          const mu = eigenvalues((u) => rbfKernel(u, width), d, 40);

          expect(mu.reduce((sum, value, k) => sum + harmonicCount(d, k) * value, 0)).toBeCloseTo(
            1,
            10,
          );
        },
      ),
      { numRuns: 10 },
    );
  });

  it('of exp(a·cos θ) on the circle are Bessel’s I_k(a)', () => {
    const mu = eigenvalues((u) => Math.exp(2 * (u - 1)), 2, 2);

    // e⁻²·I_k(2), with mpmath at 20 digits.
    [0.308508322553671, 0.2152692892489377, 0.0932390333047334].forEach((value, k) =>
      expect(mu[k]).toBeCloseTo(value, 14),
    );
  });

  it('are linear in the kernel', () => {
    const [a, b] = [(u: number) => rbfKernel(u, 1), (u: number) => laplaceKernel(u, 1)];
    const both = eigenvalues((u) => 2 * a(u) - b(u), 4, 10);
    const [ofA, ofB] = [eigenvalues(a, 4, 10), eigenvalues(b, 4, 10)];

    both.forEach((mu, k) => expect(mu).toBeCloseTo(2 * ofA[k]! - ofB[k]!, 14));
  });

  it('refuse what is no dimension, no degree, or not on the nodes', () => {
    const values = zonalRule().nodes.slice();

    expect(() => zonalEigenvalues(values, 1, 3)).toThrow('dimension 1');
    expect(() => zonalEigenvalues(values, 3, -1)).toThrow('degree -1');
    expect(() => zonalEigenvalues(values.slice(1), 3, 1)).toThrow('values');
  });
});

// Bietti & Bach (2021), Chen & Xu (2021), Belfer et al. (2024): all of these fall as k^(−d). The fits over k = 20 … 80 were
// computed elsewhere.
describe('on the way to infinite degree', () => {
  const kernels = [
    ['FC-NTK of 2 hidden layers', (u: number) => sphereFcNtk(u, 2), [-2.97, -3.92, -4.84]],
    ['FC-NTK of 6 hidden layers', (u: number) => sphereFcNtk(u, 6), [-2.97, -3.92, -4.84]],
    ['ResNTK of 2 blocks, α = 1', (u: number) => sphereResNtk(u, 2, 1), [-2.97, -3.92, -4.84]],
    [
      'ResNTK of 10 blocks, α = 10^(−1/2)',
      (u: number) => sphereResNtk(u, 10, Math.sqrt(0.1)),
      [-2.97, -3.92, -4.84],
    ],
    ['the Laplace kernel', (u: number) => laplaceKernel(u, 1), [-2.96, -3.9, -4.83]],
  ] as const;

  it.each(kernels)('the eigenvalues of %s fall as k^−d', (_name, kernel, slopes) => {
    slopes.forEach((slope, i) => {
      const found = slopeOf(eigenvalues(kernel, 3 + i, 80), 20, 80);

      expect(found).toBeGreaterThan(slope - 0.015);
      expect(found).toBeLessThan(slope + 0.015);
    });
  });

  it.each([3, 4, 5])(
    'those of one hidden layer without bias, d = %d, are zero for odd k ≥ 3',
    (d) => {
      const mu = eigenvalues((u) => sphereFcNtk(u, 1), d, 81);

      for (let k = 3; k <= 81; k += 2) expect(Math.abs(mu[k]!)).toBeLessThan(1e-12 * mu[0]!);
      expect(slopeOf(mu, 20, 80, 2)).toBeCloseTo([-2.97, -3.92, -4.84][d - 3]!, 2);
    },
  );
});

// Belfer et al. (2024): bias-free and nearly linear blocks leave odd frequencies behind. Values computed elsewhere.
describe('on the circle', () => {
  const mu = (kernel: (u: number) => number): readonly number[] =>
    Array.from(eigenvalues(kernel, 2, 8)).slice(1);
  const close = (found: readonly number[], expected: readonly number[]): void =>
    expected.forEach((value, i) => expect(Math.abs(found[i]! / value - 1)).toBeLessThan(0.006));

  it('ResNTK of 50 blocks with α = 1/50 has weak odd frequencies: μ_3/μ_4 = 0.149', () => {
    const found = mu((u) => sphereResNtk(u, 50, 1 / 50));

    close(found, [0.2505, 0.0776, 0.00118, 0.00792, 0.000617, 0.00279, 0.000422, 0.00138]);
    expect(found[2]! / found[3]!).toBeCloseTo(0.149, 3);
  });

  it('with α = 50^(−1/2) it has not: μ_3/μ_4 = 1.97', () => {
    const found = mu((u) => sphereResNtk(u, 50, Math.sqrt(1 / 50)));

    close(found, [0.226, 0.0678, 0.0167, 0.00848, 0.00466, 0.00319, 0.0022, 0.00169]);
    expect(found[2]! / found[3]!).toBeCloseTo(1.97, 2);
  });

  it('FC of 50 hidden layers is spiky, so its eigenvalues hardly fall', () => {
    close(
      mu((u) => sphereFcNtk(u, 50)),
      [0.0353, 0.0282, 0.023, 0.0194],
    );
  });
});
