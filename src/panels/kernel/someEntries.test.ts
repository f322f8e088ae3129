import { describe, expect, it } from 'vitest';
import { someEntries } from './someEntries.ts';

describe('some entries of a matrix', () => {
  it('are all finite ones away from the diagonal if they are few', () => {
    expect([...someEntries(Float64Array.of(1, 2, NaN, 3))]).toEqual([2]);
  });

  it.each([256, 300, 512])('are spread over all columns of a matrix of size %d', (size) => {
    const columns = Float64Array.from({ length: size * size }, (_, k) => k % size);
    const some = someEntries(columns);

    expect(some.length).toBeGreaterThan(4000);
    expect(some.length).toBeLessThan(20_000);
    expect(new Set(some).size).toBe(size);
  });
});
