import { expect, it } from 'vitest';
import { gram, identity, matrix, scaled } from './matrix.ts';
import { sylvester } from './sylvester.ts';

const ofSize = (size: number): number[][] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => sylvester(i, j)));

it('is made of itself: H_2p = [[H, H], [H, −H]] from H_1 = [1]', () => {
  let built = [[1]];
  for (let size = 1; size <= 64; size *= 2) {
    expect(ofSize(size)).toEqual(built);
    built = [
      ...built.map((row) => [...row, ...row]),
      ...built.map((row) => [...row, ...row.map((value) => -value)]),
    ];
  }
});

it('has orthogonal rows', () => {
  const h = matrix(32, 32, Float64Array.from(ofSize(32).flat()));

  expect(gram(h).data).toEqual(scaled(identity(32), 32).data);
});
