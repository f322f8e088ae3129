import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalues, eigh } from './eigh.ts';
import { haarOrthogonal } from './haarOrthogonal.ts';
import {
  fromRows,
  frobenius,
  gram,
  identity,
  matrix,
  product,
  scaled,
  subtract,
  symmetrized,
  transpose,
} from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { normals, stream } from './rng.ts';

/** V·diag(values)·Vᵀ. */
function composed(values: ArrayLike<number>, v: Matrix): Matrix {
  const columns = v.data.map((x, index) => x * values[index % v.cols]!);
  return product(matrix(v.rows, v.cols, columns), transpose(v));
}

const withSpectrum = (values: ArrayLike<number>, seed: number): Matrix =>
  symmetrized(composed(values, haarOrthogonal(values.length, values.length, stream(seed))));

function expectDecomposition(a: Matrix): void {
  const { values, vectors } = eigh(a);
  const n = a.rows;
  expect(frobenius(subtract(composed(values, vectors), a))).toBeLessThanOrEqual(
    1e-14 * n * frobenius(a),
  );
  expect(frobenius(subtract(gram(transpose(vectors)), identity(n)))).toBeLessThan(1e-14 * n);
  expect([...values]).toEqual([...values].sort((x, y) => y - x));
  expect(eigenvalues(a)).toEqual(values);
}

const symmetric = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.integer())
  .map(([n, seed]) => symmetrized(matrix(n, n, normals(stream(seed), n * n))));

describe('symmetric eigen-decomposition', () => {
  it('satisfies A = V·diag(λ)·Vᵀ and VᵀV = I, in descending order', () => {
    fc.assert(fc.property(symmetric, expectDecomposition));
  });

  it('does so for matrices of small integers, with their zeros and repetitions', () => {
    const integers = fc
      .integer({ min: 1, max: 8 })
      .chain((n) =>
        fc
          .array(fc.integer({ min: -2, max: 2 }), { minLength: n * n, maxLength: n * n })
          .map((entries) => symmetrized(matrix(n, n, Float64Array.from(entries)))),
      );
    fc.assert(fc.property(integers, expectDecomposition));
  });

  it('does so at the size of a kernel', () => {
    expectDecomposition(gram(matrix(200, 50, normals(stream('kernel'), 10_000))));
  });

  it('finds the spectrum that a matrix was made with', () => {
    const spectrum = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(spectrum, fc.integer(), (given, seed) => {
        const values = eigenvalues(withSpectrum(given, seed));
        given
          .sort((x, y) => y - x)
          .forEach((value, i) => {
            expect(Math.abs(values[i]! - value)).toBeLessThan(1e-13);
          });
      }),
    );
  });

  it('holds a spectrum graded from 1 to 1e-14 to the last bits of its largest value', () => {
    const given = Float64Array.from({ length: 57 }, (_, i) => 10 ** (-i / 4));
    const a = withSpectrum(given, 5);
    expectDecomposition(a);
    eigenvalues(a).forEach((value, i) => {
      expect(Math.abs(value - given[i]!)).toBeLessThan(2e-15);
    });
  });

  it('keeps each of many repeated eigenvalues, with orthogonal vectors', () => {
    const given = Float64Array.from({ length: 60 }, (_, i) => (i < 20 ? 3 : i < 45 ? 1 : 0));
    const a = withSpectrum(given, 6);
    expectDecomposition(a);
    eigenvalues(a).forEach((value, i) => {
      expect(Math.abs(value - given[i]!)).toBeLessThan(1e-14);
    });
  });

  // Rosser (1951): a double, a nearly double, a zero and two opposite eigenvalues, by construction.
  it('solves the Rosser matrix', () => {
    const rosser = fromRows([
      [611, 196, -192, 407, -8, -52, -49, 29],
      [196, 899, 113, -192, -71, -43, -8, -44],
      [-192, 113, 899, 196, 61, 49, 8, 52],
      [407, -192, 196, 611, 8, 44, 59, -23],
      [-8, -71, 61, 8, 411, -599, 208, 208],
      [-52, -43, 49, 44, -599, 411, 208, 208],
      [-49, -8, 8, 59, 208, 208, 99, -911],
      [29, -44, 52, -23, 208, 208, -911, 99],
    ]);
    const root = 10 * Math.sqrt(10405);
    const exact = [
      root,
      1020,
      510 + 100 * Math.sqrt(26),
      1000,
      1000,
      510 - 100 * Math.sqrt(26),
      0,
      -root,
    ];
    expectDecomposition(rosser);
    eigenvalues(rosser).forEach((value, i) => {
      expect(Math.abs(value - exact[i]!)).toBeLessThan(2e-12);
    });
  });

  it('gives sines as eigenvectors of the second difference', () => {
    const n = 31;
    const a = matrix(n, n);
    for (let i = 0; i < n; i++) {
      a.data[i * n + i] = 2;
      if (i > 0) a.data[i * n + i - 1] = -1;
      if (i < n - 1) a.data[i * n + i + 1] = -1;
    }
    const { vectors } = eigh(a);
    // The smallest eigenvalue comes last; its vector is positive, so its sign is settled.
    for (let i = 0; i < n; i++) {
      const sine = Math.sqrt(2 / (n + 1)) * Math.sin(((i + 1) * Math.PI) / (n + 1));
      expect(vectors.data[i * n + n - 1]).toBeCloseTo(sine, 13);
    }
  });

  it('makes the entry of largest magnitude of each eigenvector positive', () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const { vectors } = eigh(a);
        for (let j = 0; j < a.rows; j++) {
          const column = Array.from({ length: a.rows }, (_, i) => vectors.data[i * a.rows + j]!);
          expect(Math.max(...column)).toBe(Math.max(...column.map(Math.abs)));
        }
      }),
    );
  });

  it('scales with its matrix, to the edges of float64', () => {
    const a = withSpectrum([3, 2, 1], 7);
    for (const unit of [2 ** -1000, 2 ** -500, 2 ** 500, 2 ** 1000]) {
      expect(eigh(scaled(a, unit))).toEqual({
        values: eigh(a).values.map((value) => value * unit),
        vectors: eigh(a).vectors,
      });
    }
  });

  it('has an answer for a zero matrix, a number and nothing at all', () => {
    expect(eigh(matrix(3, 3))).toEqual({ values: new Float64Array(3), vectors: identity(3) });
    expect(eigh(fromRows([[-4]]))).toEqual({ values: Float64Array.of(-4), vectors: identity(1) });
    expect(eigh(matrix(0, 0))).toEqual({ values: new Float64Array(0), vectors: matrix(0, 0) });
  });

  it('leaves its matrix as it was', () => {
    const a = withSpectrum([3, 2, 1], 8);
    const before = a.data.slice();
    eigh(a);
    eigenvalues(a);
    expect(a.data).toEqual(before);
  });

  it('averages what differs by rounding in float32', () => {
    const rounded = fromRows([
      [2, 1 + 1e-6],
      [1 - 1e-6, 2],
    ]);
    expect(eigenvalues(rounded)[0]).toBeCloseTo(3, 14);
  });

  it('says where a matrix is not square, not finite or not symmetric', () => {
    const skew = fromRows([
      [1, 2, 3],
      [2, 1, 0.5],
      [3.5, 0.4, 1],
    ]);
    for (const solve of [eigh, eigenvalues]) {
      expect(() => solve(matrix(2, 3))).toThrow('square matrix, got 2×3');
      expect(() =>
        solve(
          fromRows([
            [1, 0],
            [0, NaN],
          ]),
        ),
      ).toThrow('Entry (1, 1) is NaN');
      expect(() =>
        solve(
          fromRows([
            [1, -Infinity],
            [0, 1],
          ]),
        ),
      ).toThrow('Entry (0, 1) is -Infinity');
      expect(() => solve(skew)).toThrow('entry (0, 2) is 3, (2, 0) is 3.5');
    }
  });
});
