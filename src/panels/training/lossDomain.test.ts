import { describe, expect, it } from 'vitest';
import { emptySeries, overRuns, type Series } from '../chart/Series.ts';
import { linearLosses, lossDomain } from './lossDomain.ts';
import type { TrainingArm } from './trainingArms.ts';

const series = (...values: readonly number[]): Series =>
  overRuns([{ x: [...values.keys()], values }]);

const arm = (network: Series, start: Series = emptySeries): TrainingArm => ({
  label: 'A',
  name: '',
  letter: '',
  network,
  runs: [],
  start,
  limit: emptySeries,
  later: emptySeries,
  from: undefined,
  leaves: undefined,
  failure: undefined,
  notes: [],
});

describe('the axis of losses', () => {
  it('is unknown before the first loss', () => {
    expect(lossDomain([arm(emptySeries)])).toBeUndefined();
  });

  it('holds all losses of the networks', () => {
    expect(lossDomain([arm(series(0.5, 0.02)), arm(series(0.9, 0.4))])).toEqual([0.01, 1]);
  });

  it('follows predictions three decades down, and networks further', () => {
    expect(lossDomain([arm(series(1), series(1, 1e-9))])).toEqual([1e-3, 1]);
    expect(lossDomain([arm(series(1, 1e-5), series(1, 1e-9))])).toEqual([1e-5, 1]);
  });

  it('lets a loss that grows without bound leave the plot', () => {
    expect(lossDomain([arm(series(0.1, 1, 1e30))])).toEqual([0.1, 3]);
  });

  it('is not broken by a loss of zero', () => {
    expect(lossDomain([arm(series(1, 0.1, 0))])).toEqual([0.1, 1]);
    expect(lossDomain([arm(series(0, 0))])).toBeUndefined();
  });
});

describe('the axis of losses from zero', () => {
  const axis = (...arms: readonly TrainingArm[]) => linearLosses(arms, lossDomain(arms)!);

  it('holds all losses of the networks, and predictions at the start', () => {
    expect(axis(arm(series(0.5, 0.02)), arm(series(0.9, 0.4)))).toEqual([0, 1]);
    expect(axis(arm(series(0.4), series(0.8, 1e9)))).toEqual([0, 0.8]);
  });

  it('lets a loss that grows past its start leave the plot', () => {
    expect(axis(arm(series(1, 2.5)))).toEqual([0, 2.5]);
    expect(axis(arm(series(1, 100)))).toEqual([0, 3]);
  });
});
