import { describe, expect, it } from 'vitest';
import { jitteredCholesky } from './jitteredCholesky.ts';
import {
  frobenius,
  fromRows,
  gram,
  identity,
  matrix,
  subtract,
  trace,
  type Matrix,
} from './matrix.ts';
import { normals, stream } from './rng.ts';

const random = (rows: number, cols: number): Matrix =>
  matrix(rows, cols, normals(stream('jitter'), rows * cols));

const lifted = (a: Matrix, by: number): Matrix =>
  matrix(
    a.rows,
    a.cols,
    a.data.map((x, p) => (p % (a.cols + 1) === 0 ? x + by : x)),
  );

describe('Cholesky with jitter', () => {
  it('adds nothing to what is well conditioned', () => {
    const a = gram(random(12, 40));
    const { factor, jitter } = jitteredCholesky(a);

    expect(jitter).toBe(0);
    expect(frobenius(subtract(gram(factor), a)) / frobenius(a)).toBeLessThan(1e-14);
  });

  it('adds a little more than rounding to a kernel of low rank', () => {
    const a = gram(random(30, 5));
    const { factor, jitter } = jitteredCholesky(a);
    const jittered = lifted(a, (jitter * trace(a)) / 30);

    expect(jitter).toBeGreaterThan(1e-16);
    expect(jitter).toBeLessThan(1e-12);
    expect(frobenius(subtract(gram(factor), jittered)) / frobenius(a)).toBeLessThan(1e-14);
  });

  it('gets through what is indefinite by less than a tenth of its diagonal', () => {
    const a = lifted(gram(random(8, 8)), 0);
    const least = fromRows([
      [1, 1.001],
      [1.001, 1],
    ]);

    expect(jitteredCholesky(a).jitter).toBe(0);
    expect(jitteredCholesky(least).jitter).toBe(0.01);
  });

  it.each([
    [
      'indefinite',
      fromRows([
        [1, 2],
        [2, 1],
      ]),
    ],
    ['zero', matrix(3, 3)],
    ['not finite', fromRows([[NaN]])],
    [
      'negative',
      matrix(
        2,
        2,
        identity(2).data.map((x) => -x),
      ),
    ],
    ['not square', matrix(2, 3)],
  ])('refuses what is %s', (_, a) => {
    expect(() => jitteredCholesky(a)).toThrow(RangeError);
  });
});
