import { expect, it } from 'vitest';
import { accumulateProduct } from './accumulateProduct.ts';
import { fromRows, matrix, product, rowRange } from './matrix.ts';
import { normals, stream } from './rng.ts';

it('adds a product into a block of a larger matrix and leaves the rest alone', () => {
  const a = matrix(3, 5, normals(stream('a'), 15));
  const b = matrix(5, 2, normals(stream('b'), 10));
  const c = matrix(6, 4, new Float64Array(24).fill(1));

  accumulateProduct(
    { data: c.data, offset: 1 * 4 + 1, stride: 4 },
    { data: a.data, offset: 0, stride: 5 },
    { data: b.data, offset: 0, stride: 2 },
    3,
    5,
    2,
  );

  const ab = product(a, b).data;
  const expected = fromRows([
    [1, 1, 1, 1],
    [1, 1 + ab[0]!, 1 + ab[1]!, 1],
    [1, 1 + ab[2]!, 1 + ab[3]!, 1],
    [1, 1 + ab[4]!, 1 + ab[5]!, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ]);
  c.data.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.data[i]!, 13);
  });
  expect(rowRange(c, 4, 6)).toEqual(rowRange(expected, 4, 6));
});
