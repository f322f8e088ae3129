import { describe, expect, it } from 'vitest';
import { centred, centredAlignment } from './centredAlignment.ts';
import { fromRows, frobenius, gram, identity, matrix, product, subtract } from './matrix.ts';
import { normals, stream } from './rng.ts';

const n = 7;
const features = matrix(n, 9, normals(stream('features'), n * 9));
const targets = matrix(n, 2, normals(stream('targets'), n * 2));
const h = subtract(identity(n), matrix(n, n, new Float64Array(n * n).fill(1 / n)));

describe('centred kernels', () => {
  it('are HKH', () => {
    const k = gram(features);
    const expected = product(h, product(k, h));

    expect(frobenius(subtract(centred(k), expected))).toBeLessThan(1e-13 * frobenius(k));
  });

  it('of several outputs are centred output by output', () => {
    const both = gram(matrix(2 * n, 5, normals(stream('blocks'), 10 * n)));
    const wide = matrix(2 * n, 2 * n);
    for (let block = 0; block < 2; block++)
      for (let i = 0; i < n; i++)
        wide.data.set(h.data.subarray(i * n, (i + 1) * n), (block * n + i) * 2 * n + block * n);
    const expected = product(wide, product(both, wide));

    expect(frobenius(subtract(centred(both, 2), expected))).toBeLessThan(1e-13 * frobenius(both));
  });
});

describe('centred alignment', () => {
  it('is one with itself, whatever is added to features or multiplies the kernel', () => {
    const shifted = matrix(
      n,
      9,
      features.data.map((x, p) => 2 * x + (p % 9)),
    );

    expect(centredAlignment(gram(features), gram(shifted))).toBeCloseTo(1, 12);
  });

  it('is the cosine of the angle between centred kernels', () => {
    const [a, b] = [gram(product(h, features)), gram(product(h, targets))];
    let inner = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) inner += a.data[i * n + j]! * b.data[i * n + j]!;

    expect(centredAlignment(gram(features), gram(targets))).toBeCloseTo(
      inner / frobenius(a) / frobenius(b),
      12,
    );
  });

  it('is zero where centred features are orthogonal, though the kernels themselves are not', () => {
    // Three directions of four samples, of sum zero and orthogonal, the first two shifted by their means.
    const along = gram(
      fromRows([
        [2, 4],
        [2, 2],
        [0, 2],
        [0, 4],
      ]),
    );
    const across = gram(fromRows([[1], [-1], [1], [-1]]));
    let inner = 0;
    along.data.forEach((value, p) => (inner += value * (across.data[p]! + 1)));

    expect(inner).toBeGreaterThan(1);
    expect(centredAlignment(along, across)).toBeCloseTo(0, 14);
  });

  it('is a number that can be had by hand', () => {
    // About their means: (−1, 0, 1) and (−1, 2, −1)/3 and (−2, 1, 1)/3; ⟨a, c⟩ = 1, |a|² = 2, |c|² = 2/3.
    const a = gram(fromRows([[1], [2], [3]]));
    const c = gram(fromRows([[0], [1], [1]]));
    const b = gram(fromRows([[0], [1], [0]]));

    expect(centredAlignment(a, c)).toBeCloseTo(1 / (2 * (2 / 3)), 14);
    expect(centredAlignment(a, b)).toBeCloseTo(0, 14);
  });

  it('of a constant kernel is zero', () => {
    const constant = matrix(n, n, new Float64Array(n * n).fill(0.3));

    expect(centredAlignment(constant, gram(features))).toBe(0);
    expect(centredAlignment(matrix(n, n), gram(features))).toBe(0);
  });
});
