import { describe, expect, it } from 'vitest';
import { rangeOfArms } from './rangeOfArms.ts';
import { overRuns } from './Series.ts';

const arm = (values: readonly number[], failure?: string) => ({
  failure,
  series: overRuns([{ x: values.map((_, k) => k), values }]),
});
const range = (...arms: readonly ReturnType<typeof arm>[]) =>
  rangeOfArms(arms, ({ series }) => series);

describe('the range of arms', () => {
  it('holds all that goes on', () => {
    expect(range(arm([0, 1]), arm([0.5, 50]))).toEqual([0, 50]);
  });

  it('leaves room for the others where one has failed', () => {
    expect(range(arm([0, 1]), arm([0, 50], 'diverged at step 9'))).toEqual([0, 2]);
    expect(range(arm([0, 1]), arm([0, 1.5], 'diverged at step 9'))).toEqual([0, 1.5]);
  });

  it('holds what failed where nothing else is known', () => {
    expect(range(arm([0, 50], 'diverged at step 9'))).toEqual([0, 50]);
    expect(range(arm([0]), arm([0, 50], 'diverged at step 9'))).toEqual([0, 50]);
    expect(range(arm([]), arm([]))).toBeUndefined();
  });
});
