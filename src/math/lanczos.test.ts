import { describe, expect, it } from 'vitest';
import { lanczos, type VectorSpace } from './lanczos.ts';
import { gram, matrix, product, transpose, type Matrix } from './matrix.ts';
import { haarOrthogonal } from './haarOrthogonal.ts';
import { normals, stream } from './rng.ts';

/** Plain vectors, and how many of them have not been freed. */
function plainSpace(): { space: VectorSpace<Float64Array>; held: Set<Float64Array> } {
  const held = new Set<Float64Array>();
  const dot = (u: Float64Array, v: Float64Array): number =>
    u.reduce((sum, x, i) => sum + x * v[i]!, 0);
  const space: VectorSpace<Float64Array> = {
    overlaps: (us, v) => Promise.resolve(us.map((u) => dot(u, v))),
    combined: (v, factor, us, cs) => {
      const result = v.map(
        (x, i) => factor * x - us.reduce((sum, u, k) => sum + cs[k]! * u[i]!, 0),
      );
      held.add(result);
      return result;
    },
    free: (v) => {
      expect(held.delete(v)).toBe(true);
    },
  };
  return { space, held };
}

/** Q·diag(values)·Qᵀ. */
function withEigenvalues(values: readonly number[]): Matrix {
  const n = values.length;
  const q = haarOrthogonal(n, n, stream('lanczos'));
  return product(
    matrix(
      n,
      n,
      q.data.map((x, p) => x * values[p % n]!),
    ),
    transpose(q),
  );
}

async function largest(a: Matrix, products: number, tolerance: number) {
  const { space, held } = plainSpace();
  const times = (v: Float64Array): Float64Array => {
    const result = product(a, matrix(a.cols, 1, v)).data;
    held.add(result);
    return result;
  };
  const start = normals(stream('start'), a.rows);
  held.add(start);
  const found = await lanczos(space, times, start, { products, tolerance });
  expect(held.size).toBe(0);
  return found;
}

describe('Lanczos iteration', () => {
  it('finds the largest eigenvalue, not the largest magnitude', async () => {
    const spread = Array.from({ length: 40 }, (_, i) => -9 + i / 4);
    const { value, residual } = await largest(withEigenvalues([...spread, 3.5]), 41, 1e-9);

    expect(value).toBeCloseTo(3.5, 10);
    expect(residual).toBeLessThan(1e-8);
  });

  it('needs few products where one eigenvalue stands out', async () => {
    const { value, products } = await largest(
      withEigenvalues([50, ...Array.from({ length: 99 }, (_, i) => i / 99)]),
      20,
      1e-3,
    );

    expect(value).toBeCloseTo(50, 4);
    expect(products).toBeLessThan(8);
  });

  it('knows two equal ones, and stops when it has seen all directions it can reach', async () => {
    const { value, products } = await largest(withEigenvalues([2, 2, 1, 1, -1]), 5, 0);

    expect(value).toBeCloseTo(2, 10);
    expect(products).toBe(3);
  });

  it('stops with a lower bound whose residual is that of its eigenpair', async () => {
    const a = gram(matrix(30, 40, normals(stream('gram'), 1200)));
    const [{ value, residual, products }, { value: exact }] = [
      await largest(a, 6, 0),
      await largest(a, 30, 1e-12),
    ];

    expect(products).toBe(6);
    expect(value).toBeLessThan(exact);
    // An eigenvalue lies within the residual norm of every Ritz value.
    expect(exact - value).toBeLessThan(residual);
  });

  it('keeps its vectors orthogonal: sixty steps on sixty numbers leave nothing over', async () => {
    const a = withEigenvalues([1e4, 5e3, ...Array.from({ length: 58 }, (_, i) => i)]);
    const { value, residual } = await largest(a, 60, 0);

    expect(value / 1e4).toBeCloseTo(1, 12);
    expect(residual).toBeLessThan(1e-6);
  });

  it('is of the zero operator zero, and not a number where products are not', async () => {
    expect((await largest(matrix(4, 4), 4, 1e-3)).value).toBe(0);
    expect((await largest(matrix(2, 2, Float64Array.of(Infinity, 0, 0, 1)), 2, 1e-3)).value).toBe(
      NaN,
    );
  });
});
