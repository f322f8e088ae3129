import { expect, it } from 'vitest';
import { cached, cachedLatest, cachedPair } from './cached.ts';

const counting = () => {
  let calls = 0;
  return { compute: () => ++calls, calls: () => calls };
};

it('a cached function computes once for each object, even where the result is nothing', () => {
  let calls = 0;
  const nothing = cached((key: object) => void (calls += Object.keys(key).length + 1));
  const [a, b] = [{}, {}];
  [a, a, b, a].forEach(nothing);

  expect(calls).toBe(2);
});

it('a function of a pair computes once for each pair', () => {
  const { compute, calls } = counting();
  const pair = cachedPair(compute);
  const [a, b] = [{}, {}];

  expect([pair(a, b), pair(b, a), pair(a, b), pair(a, a)]).toEqual([1, 2, 1, 3]);
  expect(calls()).toBe(3);
});

it('a function that remembers the latest forgets what came before', () => {
  const { compute } = counting();
  const latest = cachedLatest(compute);
  const [a, b, c] = [{}, {}, {}];

  expect([latest(a, b), latest(a, b), latest(a, c), latest(a, b)]).toEqual([1, 1, 2, 3]);
});
