import { describe, expect, it } from 'vitest';
import type { LimitResult } from '../../spec/Result.ts';
import { outputRuns } from './classRuns.ts';
import { summaryOf } from './classPairs.ts';
import { valueAt } from './kernelPair.ts';
import { limitEntries } from './kernelPicture.ts';

const limit: LimitResult = {
  kind: 'limit',
  arm: 'A',
  exists: true,
  nngp: Float64Array.of(1, 2, 2, 3),
  ntk: Float64Array.of(4, 5, 5, 6),
  note: '',
};

describe('the full kernel of several outputs', () => {
  it('has a limit with one block per output along its diagonal and nothing elsewhere', () => {
    expect([...limitEntries(limit, 2)!]).toEqual([4, 5, 0, 0, 5, 6, 0, 0, 0, 0, 4, 5, 0, 0, 5, 6]);
  });

  it('keeps its limit as one object, so that pictures need not be painted anew', () => {
    expect(limitEntries(limit, 3)).toBe(limitEntries(limit, 3));
    expect(limitEntries(limit, 1)).toBe(limit.ntk);
  });

  it('is read at a pair of samples as the mean over its diagonal blocks', () => {
    const full = Float32Array.from({ length: 16 }, (_, k) => k);

    expect(valueAt(full, 2, { i: 0, j: 1 })).toBe((1 + 11) / 2);
    expect(valueAt(full, 4, { i: 0, j: 1 })).toBe(1);
    expect(valueAt(undefined, 2, { i: 0, j: 0 })).toBeNaN();
  });

  it('is summed up over its diagonal blocks', () => {
    const full = Float32Array.from({ length: 16 }, (_, k) => k);
    const diagonal = { name: '', holds: (i: number, j: number) => i === j };

    expect(summaryOf(full, 2, diagonal)).toEqual({ mean: 7.5, low: 0, high: 15 });
  });

  it('has its outputs named beside its blocks', () => {
    expect(outputRuns(3, 2)).toEqual([
      { name: '0', start: 0, end: 3 },
      { name: '1', start: 3, end: 6 },
    ]);
  });
});
