import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  frobenius,
  fromRows,
  gram,
  identity,
  matrix,
  product,
  subtract,
  transpose,
} from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { qr } from './qr.ts';
import { normals, stream } from './rng.ts';

function expectDecomposition(a: Matrix): void {
  const { q, r } = qr(a);
  expect([q.rows, q.cols, r.rows, r.cols]).toEqual([a.rows, a.cols, a.cols, a.cols]);
  expect(frobenius(subtract(product(q, r), a))).toBeLessThanOrEqual(1e-14 * a.rows * frobenius(a));
  expect(frobenius(subtract(gram(transpose(q)), identity(a.cols)))).toBeLessThan(1e-14 * a.rows);
  for (let i = 0; i < a.cols; i++) {
    for (let j = 0; j < i; j++) expect(r.data[i * a.cols + j]).toBe(0);
  }
}

describe('QR decomposition', () => {
  it('satisfies a = q·r, qᵀq = I, r upper triangular', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 45 }), fc.nat(10), fc.integer(), (cols, more, seed) => {
        const rows = cols + more;
        expectDecomposition(matrix(rows, cols, normals(stream(seed), rows * cols)));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps q orthonormal where columns are zero, repeated or far apart in size', () => {
    expectDecomposition(matrix(5, 3));
    expectDecomposition(
      fromRows([
        [0, 1, 1, 1e-200],
        [0, 2, 2, 1e200],
        [0, 3, 3, 1],
        [0, 4, 4, 0],
      ]),
    );
  });

  // 3-4-5 triangles keep every entry rational.
  it('finds the lengths of orthogonal columns on the diagonal of r', () => {
    const { r } = qr(
      fromRows([
        [3, -4 * 13],
        [4, 3 * 13],
        [0, 0],
      ]),
    );
    expect(Math.abs(r.data[0]!)).toBeCloseTo(5, 13);
    expect(r.data[1]).toBeCloseTo(0, 12);
    expect(Math.abs(r.data[3]!)).toBeCloseTo(65, 12);
  });

  it('refuses more columns than rows', () => {
    expect(() => qr(matrix(2, 3))).toThrow('Thin QR needs rows ≥ columns, got 2×3');
  });
});
