import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, choleskySolve } from './cholesky.ts';
import {
  add,
  frobenius,
  fromRows,
  gram,
  identity,
  matrix,
  product,
  scaled,
  subtract,
} from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { normals, stream } from './rng.ts';

const gaussian = (rows: number, cols: number, seed: number): Matrix =>
  matrix(rows, cols, normals(stream(seed), rows * cols));

const positive = (n: number, seed: number): Matrix =>
  add(gram(gaussian(n, n, seed)), scaled(identity(n), 0.1));

describe('Cholesky factor', () => {
  it('is lower triangular with a = L·Lᵀ', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer(), (n, seed) => {
        const a = positive(n, seed);
        const l = cholesky(a);
        expect(frobenius(subtract(gram(l), a))).toBeLessThan(1e-14 * n * frobenius(a));
        l.data.forEach((value, index) => {
          if (index % n > Math.floor(index / n)) expect(value).toBe(0);
        });
      }),
    );
  });

  // The usual textbook example, with its factor in integers.
  it('is exact in integers', () => {
    const a = fromRows([
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ]);
    expect([...cholesky(a).data]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it('names the pivot of a matrix that is not positive definite', () => {
    const indefinite = fromRows([
      [1, 2],
      [2, 1],
    ]);
    expect(() => cholesky(indefinite)).toThrow('Not positive definite: pivot 1 of 2 is -3');
    expect(() => cholesky(matrix(2, 2))).toThrow('pivot 0 of 2 is 0');
    expect(() => cholesky(fromRows([[NaN]]))).toThrow('pivot 0 of 1 is NaN');
    expect(() => cholesky(fromRows([[Infinity]]))).toThrow('pivot 0 of 1 is Infinity');
    expect(() => cholesky(matrix(2, 3))).toThrow('square matrix, got 2×3');
  });
});

describe('Cholesky solution', () => {
  it('solves a·X = b for every column at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer(),
        (n, columns, seed) => {
          const a = positive(n, seed);
          const b = gaussian(n, columns, seed);
          const before = b.data.slice();
          const x = choleskySolve(cholesky(a), b);
          const residual = frobenius(subtract(product(a, x), b));
          expect(residual).toBeLessThan(1e-14 * n * (frobenius(a) * frobenius(x) + frobenius(b)));
          expect(b.data).toEqual(before);
        },
      ),
    );
  });

  it('refuses a right side of another height', () => {
    expect(() => choleskySolve(identity(3), matrix(2, 1))).toThrow('Cannot solve 3×3 for 2×1');
  });
});
