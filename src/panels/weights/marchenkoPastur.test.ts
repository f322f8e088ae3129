import { describe, expect, it } from 'vitest';
import { matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { singularValues } from '../../math/singularValues.ts';
import { marchenkoPastur } from './marchenkoPastur.ts';

describe('the Marchenko–Pastur edges', () => {
  it('are 0 and 2 for square matrices of entries of variance 1/n', () => {
    expect(marchenkoPastur(1 / 50, 50, 50)).toEqual([0, 2]);
  });

  it.each([
    [240, 60],
    [60, 240],
    [300, 200],
  ])('hold the singular values of a random %d×%d matrix', (rows, columns) => {
    const drawn = normals(stream(`${rows}×${columns}`), rows * columns);
    const singular = singularValues(matrix(rows, columns, drawn));
    const [low, high] = marchenkoPastur(1, rows, columns);

    // Edges are reached to about (smaller side)^(−2/3).
    expect(singular[0]! / high).toBeGreaterThan(0.95);
    expect(singular[0]! / high).toBeLessThan(1.02);
    expect(singular.at(-1)! / low).toBeGreaterThan(0.95);
    expect(singular.at(-1)! / low).toBeLessThan(1.2);
  });
});
