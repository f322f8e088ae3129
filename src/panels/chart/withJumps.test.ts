import { expect, it } from 'vitest';
import type { Series } from './Series.ts';
import { withJumps } from './withJumps.ts';

const series = (x: readonly number[], mean: readonly number[]): Series => ({
  x,
  mean,
  low: mean,
  high: mean,
  count: 1,
});

it('holds a value up to the step from which another one is valid', () => {
  const { x, mean } = withJumps(series([0, 10, 20, 30], [2, 2, 5, 5]), [14, 30]);

  expect(x).toEqual([0, 10, 14, 14, 20, 30]);
  expect(mean).toEqual([2, 2, 2, 5, 5, 5]);
});

it('leaves a series without jumps as it is', () => {
  const plain = series([0, 10], [2, 3]);

  expect(withJumps(plain)).toBe(plain);
  expect(withJumps(plain, [20]).x).toEqual([0, 10]);
});
