import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalues } from './eigh.ts';
import { largestEigenvalue } from './largestEigenvalue.ts';
import { fromRows, gram, identity, matrix, scaled, symmetrized } from './matrix.ts';
import { normals, stream } from './rng.ts';

describe('largest eigenvalue', () => {
  it('is the first of the spectrum of a Gram matrix, of any rank', () => {
    const side = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(side, side, fc.integer(), (n, rank, seed) => {
        const a = gram(matrix(n, rank, normals(stream(seed), n * rank)));
        expect(Math.abs(largestEigenvalue(a) / eigenvalues(a)[0]! - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is the largest in value, not in magnitude', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer(), (n, seed) => {
        const a = symmetrized(matrix(n, n, normals(stream(seed), n * n)));
        const spectrum = eigenvalues(a);
        const scale = Math.max(Math.abs(spectrum[0]!), Math.abs(spectrum[n - 1]!));
        expect(Math.abs(largestEigenvalue(a) - spectrum[0]!)).toBeLessThan(1e-12 * scale);
      }),
    );
    expect(largestEigenvalue(scaled(identity(5), -3))).toBeCloseTo(-3, 14);
  });

  it('is 2 + 2cos(π/(n + 1)) of the second difference, where the next one is close', () => {
    const n = 200;
    const a = matrix(n, n);
    for (let i = 0; i < n; i++) {
      a.data[i * n + i] = 2;
      if (i > 0) a.data[i * n + i - 1] = -1;
      if (i < n - 1) a.data[i * n + i + 1] = -1;
    }
    expect(largestEigenvalue(a)).toBeCloseTo(2 + 2 * Math.cos(Math.PI / (n + 1)), 11);
  });

  it('of a kernel with one great eigenvalue takes few steps', () => {
    const n = 300;
    const a = matrix(n, n, new Float64Array(n * n).fill(1));
    for (let i = 0; i < n; i++) a.data[i * n + i]! += 0.5 + i / n;
    const exact = eigenvalues(a)[0]!;
    expect(Math.abs(largestEigenvalue(a, { maxIterations: 8 }) / exact - 1)).toBeLessThan(1e-12);
  });

  it('stops early where asked to, below the true value', () => {
    const a = gram(matrix(50, 50, normals(stream('early'), 2500)));
    const exact = eigenvalues(a)[0]!;
    const early = largestEigenvalue(a, { maxIterations: 3 });
    expect(early).toBeLessThan(exact);
    expect(early).toBeGreaterThan(exact / 3);
    const rough = largestEigenvalue(a, { tolerance: 0.01 });
    expect(Math.abs(rough / exact - 1)).toBeLessThan(0.01);
  });

  it('has an answer for a number, a zero matrix and the edges of float64', () => {
    expect(largestEigenvalue(fromRows([[7]]))).toBeCloseTo(7, 14);
    expect(largestEigenvalue(matrix(4, 4))).toBe(0);
    const a = fromRows([
      [2, 1],
      [1, 2],
    ]);
    for (const unit of [1e-300, 1e300]) {
      expect(largestEigenvalue(scaled(a, unit)) / unit).toBeCloseTo(3, 13);
    }
  });

  it('refuses what has no largest eigenvalue', () => {
    expect(() => largestEigenvalue(matrix(0, 0))).toThrow('An empty matrix');
    expect(() => largestEigenvalue(matrix(1, 2))).toThrow('square matrix, got 1×2');
    expect(() =>
      largestEigenvalue(
        fromRows([
          [1, 2],
          [0, 1],
        ]),
      ),
    ).toThrow('not symmetric');
    expect(() => largestEigenvalue(fromRows([[NaN]]))).toThrow('Entry (0, 0) is NaN');
  });
});
