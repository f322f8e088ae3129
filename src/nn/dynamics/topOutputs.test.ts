import { describe, expect, it } from 'vitest';
import { eigh } from '../../math/eigh.ts';
import { frobenius, gram, matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { topOutputs } from './topOutputs.ts';

const features = (rows: number) => {
  const all = normals(stream('features'), rows * 40);
  // A shared direction makes the first eigenvalue stand out, as a kernel's does.
  return matrix(
    rows,
    40,
    all.map((value, p) => value + (p % 40 === 0 ? 6 : 0)),
  );
};

describe('outputs near the first eigenvector of a kernel', () => {
  it.each([
    ['one block for all outputs', 6, 2],
    ['all blocks', 12, 2],
  ])('are such, of norm 1: %s', (_, rows, count) => {
    const theta = gram(features(rows));
    const u = topOutputs(theta, 6, count);
    const { vectors } = eigh(theta);
    const first = Float64Array.from({ length: rows }, (__, i) => vectors.data[i * rows]!);
    // Of several outputs that a kernel treats alike, each is along the eigenvector.
    const share = (column: (i: number) => number): number =>
      first.reduce((sum, v, i) => sum + v * column(i), 0);
    const along =
      rows === 12
        ? share((p) => u.data[(p % 6) * 2 + Math.floor(p / 6)]!) ** 2
        : share((i) => u.data[2 * i]!) ** 2 + share((i) => u.data[2 * i + 1]!) ** 2;

    expect(frobenius(u)).toBeCloseTo(1, 12);
    expect(along).toBeGreaterThan(0.999);
  });

  it('are any where a kernel is zero', () => {
    const { data } = topOutputs(matrix(3, 3), 3, 1);

    expect(data.every(Number.isFinite)).toBe(true);
  });
});
