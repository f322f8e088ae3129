import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Interval } from './Interval.ts';
import { useSteadyDomain } from './useSteadyDomain.ts';

const follow = (first: Interval | undefined, measure?: (value: number) => number) => {
  const { result, rerender } = renderHook(
    (wanted: Interval | undefined) => useSteadyDomain(wanted, [0, 1], measure),
    { initialProps: first },
  );
  return (wanted: Interval | undefined): Interval => {
    rerender(wanted);
    return result.current;
  };
};

it('an axis shows its fallback before there are data, and keeps its domain when there are none again', () => {
  const axis = follow(undefined);

  expect(axis(undefined)).toEqual([0, 1]);
  expect(axis([0, 4])).toEqual([0, 4]);
  expect(axis(undefined)).toEqual([0, 4]);
});

it('an axis grows with its data and does not shrink for a little less', () => {
  const axis = follow([0, 4]);

  expect(axis([0, 5])).toEqual([0, 5]);
  expect(axis([0, 4])).toEqual([0, 5]);
  expect(axis([0, 1])).toEqual([0, 1]);
});

it('a logarithmic axis compares widths in decades', () => {
  const axis = follow([1e-4, 1], Math.log);

  expect(axis([3e-4, 1])).toEqual([1e-4, 1]);
  expect(axis([1e-2, 1])).toEqual([1e-2, 1]);
});
