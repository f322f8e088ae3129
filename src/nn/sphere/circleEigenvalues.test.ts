import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eigenvalues } from '../../math/eigh.ts';
import { matrix, scaled, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { rbfKernel } from '../reference/rbfKernel.ts';
import { circleEigenvalues } from './circleEigenvalues.ts';
import { zonalEigenvalues } from './zonalEigenvalues.ts';
import { zonalRule } from './zonalRule.ts';

/** A kernel of the cosine of the angle, between n inputs at even distances around the circle. */
const onCircle = (kernel: (u: number) => number, n: number): Matrix =>
  matrix(n, n).data.reduce(
    (result, _, p) => {
      const shift = Math.floor(p / n) - (p % n);
      result.data[p] = kernel(Math.cos((2 * Math.PI * shift) / n));
      return result;
    },
    matrix(n, n),
  );

const rbf = (u: number): number => rbfKernel(u, 0.8);

it('the frequencies of a kernel on the circle have the eigenvalues of its matrix, over n', () => {
  for (const n of [7, 8]) {
    const kernel = onCircle(rbf, n);
    const mu = circleEigenvalues(kernel, Math.floor(n / 2));
    // Every frequency twice, but 0 and n/2.
    const all = Array.from(mu).flatMap((value, k) =>
      k > 0 && 2 * k < n ? [value, value] : [value],
    );

    expect(all.sort((a, b) => b - a)).toEqual(
      Array.from(
        eigenvalues(scaled(kernel, 1 / n)),
        (value) => expect.closeTo(value, 14) as number,
      ),
    );
  }
});

it('and, where samples are close enough, those of the kernel itself', () => {
  const mu = circleEigenvalues(onCircle(rbf, 64), 8);
  const nodes = zonalRule().nodes;
  zonalEigenvalues(
    nodes.map((angle) => rbf(Math.cos(angle))),
    2,
    8,
  ).forEach((value, k) => expect(mu[k]).toBeCloseTo(value, 14));
});

it('of any symmetric matrix they are the mean of vᵀKv/n over cosine and sine', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 3, max: 9 }), (seed, n) => {
      const kernel = matrix(n, n, normals(stream(seed), n * n));
      const form = (v: readonly number[]): number =>
        v.reduce(
          (sum, a, i) => sum + v.reduce((s, b, j) => s + a * b * kernel.data[i * n + j]!, 0),
          0,
        );
      const wave = (f: (x: number) => number): readonly number[] =>
        Array.from({ length: n }, (_, i) => Math.sqrt(2 / n) * f((2 * Math.PI * i) / n));

      expect(circleEigenvalues(kernel, 1)[1]).toBeCloseTo(
        (form(wave(Math.cos)) + form(wave(Math.sin))) / (2 * n),
        12,
      );
    }),
    { numRuns: 20 },
  );
});

it('takes no frequency that the samples cannot tell', () => {
  expect(() => circleEigenvalues(matrix(7, 7), 4)).toThrow('frequency 4');
});
