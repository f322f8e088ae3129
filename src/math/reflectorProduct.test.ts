import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frobenius, identity, matrix, product, subtract } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { reflectorProduct } from './reflectorProduct.ts';
import type { Reflectors } from './reflectorProduct.ts';
import { normals, stream } from './rng.ts';

/** H₀·H₁·… one factor at a time, cut to its first columns. */
function definedProduct({ rows, shift, taus }: Reflectors, cols: number): Matrix {
  const n = rows.cols;
  let q = identity(n);
  taus.forEach((tau, j) => {
    const v = rows.data.slice(j * n, (j + 1) * n).fill(0, 0, j + shift);
    const h = identity(n);
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) h.data[r * n + c]! -= tau * v[r]! * v[c]!;
    q = product(q, h);
  });
  return matrix(
    n,
    cols,
    q.data.filter((_, index) => index % n < cols),
  );
}

describe('product of Householder reflections', () => {
  it('is the product of its factors, through one block or several, whatever the shift', () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 75 }), fc.nat(74), fc.nat(1), fc.integer());
    fc.assert(
      fc.property(shape, ([n, shortfall, shift, seed]) => {
        const cols = Math.max(1, n - shortfall);
        const count = Math.max(0, cols - shift);
        const rows = matrix(n, n, normals(stream(seed), n * n));
        const taus = new Float64Array(count);
        for (let j = 0; j < count; j++) {
          let square = 0;
          rows.data[j * n + j + shift] = 1;
          for (let i = j + shift; i < n; i++) square += rows.data[j * n + i]! ** 2;
          taus[j] = 2 / square;
        }
        const reflectors = { rows, shift, taus };
        const error = subtract(
          reflectorProduct(reflectors, cols),
          definedProduct(reflectors, cols),
        );
        expect(frobenius(error)).toBeLessThan(1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it('of none is the identity', () => {
    const none = { rows: matrix(0, 3), shift: 0, taus: new Float64Array(0) };
    expect(reflectorProduct(none, 3)).toEqual(identity(3));
  });
});
