import { describe, expect, it } from 'vitest';
import { haarOrthogonal } from './haarOrthogonal.ts';
import {
  at,
  frobenius,
  gram,
  identity,
  matrix,
  product,
  subtract,
  trace,
  transpose,
} from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { qr } from './qr.ts';
import { normals, stream } from './rng.ts';
import { mean, standardError } from './summary.ts';

type Sampler = (draw: number) => Matrix;

/** The definition: QR of a square Gaussian matrix, its columns given the signs of R's diagonal. */
function defined(n: number, fixSigns: boolean): Sampler {
  return (draw) => {
    const { q, r } = qr(matrix(n, n, normals(stream(`definition/${draw}`), n * n)));
    const signs = Array.from({ length: n }, (_, i) => (fixSigns ? Math.sign(at(r, i, i)) : 1));
    return matrix(
      n,
      n,
      q.data.map((x, index) => x * signs[index % n]!),
    );
  };
}

const samples = 8000;

/** How many standard errors the mean of a statistic over many samples lies from its expectation. */
function deviation(sampler: Sampler, statistic: (q: Matrix) => number, expected: number): number {
  const values = Array.from({ length: samples }, (_, draw) => statistic(sampler(draw)));
  return Math.abs(mean(values) - expected) / standardError(values);
}

// Moments over O(n): Diaconis & Shahshahani (1994) for traces, Weingarten calculus (Collins & Śniady 2006) for
// entries. tr Q² and (tr Q)² see how the phases repel each other.
const n = 4;
const moments: [string, (q: Matrix) => number, number][] = [
  ['q₁₁', (q) => at(q, 0, 0), 0],
  ['q₄₄', (q) => at(q, 3, 3), 0],
  ['q₁₁²', (q) => at(q, 0, 0) ** 2, 1 / n],
  ['q₁₁⁴', (q) => at(q, 0, 0) ** 4, 3 / (n * (n + 2))],
  ['q₄₁⁴', (q) => at(q, 3, 0) ** 4, 3 / (n * (n + 2))],
  [
    'q₁₁q₂₂q₁₂q₂₁',
    (q) => at(q, 0, 0) * at(q, 1, 1) * at(q, 0, 1) * at(q, 1, 0),
    -1 / ((n - 1) * n * (n + 2)),
  ],
  ['tr Q', (q) => trace(q), 0],
  ['(tr Q)²', (q) => trace(q) ** 2, 1],
  ['(tr Q)⁴', (q) => trace(q) ** 4, 3],
  ['tr Q²', (q) => trace(product(q, q)), 1],
  ['det Q', determinant, 0],
];

/** Of an orthogonal matrix, ±1: the parity of the −1s that a Gaussian elimination meets. */
function determinant(q: Matrix): number {
  const { r } = qr(q);
  // Each of qr's n − 1 proper reflections has determinant −1, the last column none.
  let sign = (q.rows - 1) % 2 === 0 ? 1 : -1;
  for (let i = 0; i < q.rows; i++) sign *= Math.sign(at(r, i, i));
  return sign;
}

describe('Haar orthogonal matrix', () => {
  it.each([
    [1, 1],
    [7, 7],
    [40, 33],
    [33, 40],
    [200, 200],
    [5, 1],
    [1, 5],
  ])('of %i×%i has orthonormal columns or rows, whichever are fewer', (rows, cols) => {
    const q = haarOrthogonal(rows, cols, stream('shape'));
    expect([q.rows, q.cols]).toEqual([rows, cols]);
    const overlaps = rows >= cols ? gram(transpose(q)) : gram(q);
    const error = subtract(overlaps, identity(Math.min(rows, cols)));
    expect(Math.max(...error.data.map(Math.abs))).toBeLessThan(1e-14);
    expect(frobenius(error)).toBeLessThan(1e-13);
  });

  it('is the same for the same stream, and another for another', () => {
    const q = haarOrthogonal(6, 4, stream('one'));
    expect(haarOrthogonal(6, 4, stream('one'))).toEqual(q);
    expect(haarOrthogonal(6, 4, stream('two'))).not.toEqual(q);
  });

  // Links promise the same weights for years.
  it('keeps its values', () => {
    expect([...haarOrthogonal(3, 3, stream(0)).data]).toEqual([
      -0.30440270900277144, 0.6304551665852637, 0.7140485093309284, -0.9007237859414948,
      0.05336591861066897, -0.4311017747238576, -0.3098961958317564, -0.7743890247522796,
      0.5516212343195457,
    ]);
  });

  describe.each<[string, Sampler]>([
    ['as sampled', (draw) => haarOrthogonal(n, n, stream(`sample/${draw}`))],
    ['by definition', defined(n, true)],
  ])('%s', (_, sampler) => {
    it.each(moments)('has the moment E %s of the Haar measure', (_name, statistic, expected) => {
      expect(deviation(sampler, statistic, expected)).toBeLessThan(4);
    });
  });

  it('differs in these moments from QR without the sign fix', () => {
    expect(deviation(defined(n, false), (q) => trace(q), 0)).toBeGreaterThan(20);
  });

  it.each<[string, Sampler]>([
    ['tall', (draw) => haarOrthogonal(n, 2, stream(`tall/${draw}`))],
    ['wide', (draw) => haarOrthogonal(2, n, stream(`wide/${draw}`))],
  ])('when %s has the moments of a corner of the square one', (_, sampler) => {
    const corner = moments.filter(([name]) => name.startsWith('q₁₁'));
    expect(corner).toHaveLength(4);
    for (const [, statistic, expected] of corner) {
      expect(deviation(sampler, statistic, expected)).toBeLessThan(4);
    }
  });
});
