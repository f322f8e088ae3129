import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenvalues } from './eigh.ts';
import { haarOrthogonal } from './haarOrthogonal.ts';
import { fromRows, gram, matrix, product, scaled, transpose, type Matrix } from './matrix.ts';
import { normals, stream } from './rng.ts';
import { singularValues } from './singularValues.ts';

const random = (rows: number, cols: number, name = 'a'): Matrix =>
  matrix(rows, cols, normals(stream(name), rows * cols));

const built = (rows: number, cols: number, entry: (i: number, j: number) => number): Matrix =>
  matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, (_, k) => entry(Math.floor(k / cols), k % cols)),
  );

/** Differences in units of the largest value. */
const off = (found: Float64Array, want: ArrayLike<number>): number => {
  expect(found.length).toBe(want.length);
  return Math.max(...found.map((value, k) => Math.abs(value - want[k]!) / want[0]!));
};

describe('singular values', () => {
  it('of a diagonal matrix are its entries without signs, in order', () => {
    const values = [3, -7, 0, 1e-9, 2];
    const a = built(5, 5, (i, j) => (i === j ? values[i]! : 0));

    const found = singularValues(a);
    [7, 3, 2, 1e-9].forEach((value, k) => expect(found[k]! / value).toBeCloseTo(1, 14));
    expect(found[4]).toBe(0);
  });

  it('of the Hilbert matrix are those of the textbooks', () => {
    const five = [1.567050691098231, 0.2085342186110133, 0.01140749162341976];
    const small = [3.058980401511919e-4, 3.287928772171863e-6];
    const found = singularValues(built(5, 5, (i, j) => 1 / (i + j + 1)));

    expect(off(found, [...five, ...small])).toBeLessThan(1e-15);
  });

  it('of a matrix of differences have a closed form', () => {
    const n = 60;
    const a = built(n, n, (i, j) => (j === i ? 1 : j === i + 1 ? -1 : 0));
    const want = Array.from(
      { length: n },
      (_, k) => 2 * Math.sin(((2 * (n - k) - 1) * Math.PI) / (2 * (2 * n + 1))),
    );

    expect(off(singularValues(a), want)).toBeLessThan(3e-15);
  });

  it('are found again between random rotations, small ones within rounding of the largest', () => {
    const n = 40;
    const want = Array.from({ length: n }, (_, k) => 10 ** (-k / 3));
    const left = haarOrthogonal(70, n, stream('left'));
    const right = haarOrthogonal(n, n, stream('right'));
    const a = product(
      left,
      built(n, n, (i, j) => want[i]! * right.data[i * n + j]!),
    );

    expect(off(singularValues(a), want)).toBeLessThan(1e-15);
    expect(off(singularValues(transpose(a)), want)).toBeLessThan(1e-15);
  });

  it('tell the rank', () => {
    for (const rank of [1, 7]) {
      const a = product(random(90, rank), random(rank, 60, 'b'));
      const found = singularValues(a);

      expect(found[rank - 1]!).toBeGreaterThan(0.1 * found[0]!);
      expect(found[rank]!).toBeLessThan(90 * Number.EPSILON * found[0]!);
    }
    const ones = singularValues(matrix(30, 50, new Float64Array(1500).fill(2)));
    expect(ones[0]).toBeCloseTo(2 * Math.sqrt(1500), 11);
    expect(ones[1]!).toBeLessThan(1e-12);
  });

  it('of a long chain of random factors are its symmetric ones, squared, however far apart', () => {
    const chain = Array.from({ length: 8 }, (_, k) => scaled(random(80, 80, `c${k}`), 1 / 9));
    const a = chain.reduce((whole, factor) => product(whole, factor));
    const squares = eigenvalues(gram(a));
    const found = singularValues(a);

    // The Gram matrix knows the upper half of the digits.
    squares.forEach((square, k) => {
      if (square > 1e-8 * squares[0]!) expect(found[k]! ** 2 / square).toBeCloseTo(1, 6);
    });
    expect(found[79]! / found[0]!).toBeLessThan(1e-6);
  });

  it('do not mind the unit, even near the ends of float64', () => {
    const a = fromRows([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const plain = singularValues(a);
    for (const power of [990, -990]) {
      const found = singularValues(scaled(a, 2 ** power));
      found.forEach((value, k) => expect(value / 2 ** power / plain[k]!).toBeCloseTo(1, 15));
    }
    expect([...singularValues(matrix(3, 2))]).toEqual([0, 0]);
    expect(() => singularValues(matrix(1, 2, Float64Array.of(1, NaN)))).toThrow(RangeError);
    expect(() => singularValues(matrix(1, 1, Float64Array.of(Infinity)))).toThrow(RangeError);
  });

  it('have the squares of the entries for their own, and the root of the Gram matrix elsewhere', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 14 }),
      cols: fc.integer({ min: 1, max: 14 }),
    });
    const anyMatrix = sizes.chain(({ rows, cols }) =>
      fc
        .array(fc.double({ min: -9, max: 9, noNaN: true }), {
          minLength: rows * cols,
          maxLength: rows * cols,
        })
        .map((entries) => matrix(rows, cols, Float64Array.from(entries))),
    );
    fc.assert(
      fc.property(anyMatrix, (a) => {
        const found = singularValues(a);
        const squares = a.data.reduce((sum, value) => sum + value * value, 0);
        const values = eigenvalues(gram(a.rows <= a.cols ? a : transpose(a)));
        const largest = found[0]!;

        expect(found.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(squares, 9);
        found.forEach((value, k) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(Math.abs(value ** 2 - Math.max(0, values[k]!))).toBeLessThanOrEqual(
            1e-13 * largest ** 2,
          );
        });
      }),
    );
  });
});
