import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  at,
  frobenius,
  fromRows,
  gram,
  hadamard,
  identity,
  matrix,
  product,
  productTransposed,
  rowRange,
  scaled,
  subtract,
  symmetrized,
  trace,
  transpose,
} from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { normals, stream } from './rng.ts';

const size = fc.integer({ min: 1, max: 23 });
const seed = fc.integer();

const gaussian = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(name), rows * cols));

/** The definition of a product, entry by entry. */
function definedProduct(a: Matrix, b: Matrix): Matrix {
  const entries = Array.from({ length: a.rows }, (_, i) =>
    Array.from({ length: b.cols }, (_, j) =>
      Array.from({ length: a.cols }, (_, k) => at(a, i, k) * at(b, k, j)).reduce(
        (x, y) => x + y,
        0,
      ),
    ),
  );
  return fromRows(entries);
}

describe('matrix product', () => {
  it('is what its definition says, at every shape', () => {
    fc.assert(
      fc.property(size, size, size, seed, (m, k, n, s) => {
        const a = gaussian(m, k, `${s}/a`);
        const b = gaussian(k, n, `${s}/b`);
        expect(frobenius(subtract(product(a, b), definedProduct(a, b)))).toBeLessThan(1e-12);
      }),
    );
  });

  it('is the same where the work is cut into slabs', () => {
    const a = gaussian(3, 50, 'a');
    const b = gaussian(50, 3000, 'b');
    expect(frobenius(subtract(product(a, b), definedProduct(a, b)))).toBeLessThan(1e-11);
  });

  it('turns round under transposition', () => {
    fc.assert(
      fc.property(size, size, size, seed, (m, k, n, s) => {
        const a = gaussian(m, k, `${s}/a`);
        const b = gaussian(n, k, `${s}/b`);
        const ab = productTransposed(a, b);
        expect(frobenius(subtract(ab, definedProduct(a, transpose(b))))).toBeLessThan(1e-12);
        expect(frobenius(subtract(transpose(ab), productTransposed(b, a)))).toBeLessThan(1e-12);
      }),
    );
  });

  it('of a matrix and its transpose is a Gram matrix, symmetric to the last bit', () => {
    fc.assert(
      fc.property(size, size, seed, (m, k, s) => {
        const a = gaussian(m, k, String(s));
        const g = gram(a);
        expect(frobenius(subtract(g, definedProduct(a, transpose(a))))).toBeLessThan(1e-12);
        expect(g).toEqual(transpose(g));
      }),
    );
  });

  it('of empty matrices is zero', () => {
    expect(product(matrix(2, 0), matrix(0, 3))).toEqual(matrix(2, 3));
    expect(gram(matrix(0, 5))).toEqual(matrix(0, 0));
  });

  it('names both shapes where they do not fit', () => {
    expect(() => product(matrix(2, 3), matrix(2, 3))).toThrow('multiply shapes 2×3 and 2×3');
    expect(() => productTransposed(matrix(2, 3), matrix(3, 2))).toThrow('2×3 and 3×2');
  });
});

describe('matrix arithmetic', () => {
  const a = fromRows([
    [1, 2],
    [3, 4],
  ]);
  const b = fromRows([
    [5, 6],
    [7, 8],
  ]);

  it('works entry by entry', () => {
    expect([...add(a, b).data]).toEqual([6, 8, 10, 12]);
    expect([...subtract(b, a).data]).toEqual([4, 4, 4, 4]);
    expect([...hadamard(a, b).data]).toEqual([5, 12, 21, 32]);
    expect([...scaled(a, -2).data]).toEqual([-2, -4, -6, -8]);
    expect([...symmetrized(a).data]).toEqual([1, 2.5, 2.5, 4]);
    expect(trace(a)).toBe(5);
    expect(trace(identity(7))).toBe(7);
  });

  it('refuses different shapes, naming both', () => {
    const wide = matrix(2, 3);
    expect(() => add(a, wide)).toThrow('Cannot add shapes 2×2 and 2×3');
    expect(() => subtract(a, wide)).toThrow('Cannot subtract shapes 2×2 and 2×3');
    expect(() => hadamard(wide, a)).toThrow('Cannot multiply entrywise shapes 2×3 and 2×2');
    expect(() => trace(wide)).toThrow('square matrix, got 2×3');
    expect(() => symmetrized(wide)).toThrow('square matrix, got 2×3');
  });

  it('has a Frobenius norm that neither overflows nor underflows', () => {
    const pythagorean = fromRows([[3, 4]]);
    expect(frobenius(pythagorean)).toBeCloseTo(5, 14);
    expect(frobenius(scaled(pythagorean, 1e200)) / 1e200).toBeCloseTo(5, 14);
    expect(frobenius(scaled(pythagorean, 1e-200)) / 1e-200).toBeCloseTo(5, 14);
    expect(frobenius(matrix(3, 3))).toBe(0);
    expect(frobenius(fromRows([[Infinity, 1]]))).toBe(Infinity);
    expect(frobenius(fromRows([[NaN, 1]]))).toBeNaN();
  });
});

describe('matrix storage', () => {
  it('is row by row', () => {
    const a = fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(a).toEqual({ rows: 2, cols: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6) });
    expect(at(a, 1, 0)).toBe(4);
    expect([...transpose(a).data]).toEqual([1, 4, 2, 5, 3, 6]);
    expect([...rowRange(a, 1, 2).data]).toEqual([4, 5, 6]);
    expect(rowRange(a, 1, 1)).toEqual(matrix(0, 3));
  });

  it('survives two transpositions at any shape', () => {
    fc.assert(
      fc.property(fc.nat(70), fc.nat(70), seed, (m, n, s) => {
        const a = gaussian(m, n, String(s));
        expect(transpose(transpose(a))).toEqual(a);
      }),
    );
  });

  it('says what is wrong with a length, an index or a ragged row', () => {
    expect(() => matrix(2, 2, new Float64Array(3))).toThrow('A 2×2 matrix holds 4 entries, not 3');
    expect(() => fromRows([[1, 2], [3]])).toThrow('Row 1 has 1 entries, row 0 has 2');
    expect(() => at(matrix(2, 2), 0, 2)).toThrow('A 2×2 matrix has no entry (0, 2)');
    expect(() => at(matrix(2, 2), -1, 0)).toThrow('no entry (-1, 0)');
    expect(() => rowRange(matrix(2, 2), 1, 3)).toThrow('no rows 1 to 3');
  });
});
