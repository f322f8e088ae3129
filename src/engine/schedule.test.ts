import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredSteps, mostRecorded, recordedSteps, snapshotSteps } from './schedule.ts';

const counts = [fc.nat(100_000), fc.integer({ min: 1, max: 600 })] as const;

describe('recorded steps', () => {
  it('are all of them while there are few', () => {
    expect(recordedSteps(4, 500)).toEqual([0, 1, 2, 3, 4]);
    expect(recordedSteps(0, 500)).toEqual([0]);
  });

  it('run from 0 to the last at even distances', () => {
    fc.assert(
      fc.property(...counts, (steps, most) => {
        const schedule = recordedSteps(steps, most);
        const gaps = schedule.slice(1).map((step, k) => step - (schedule[k] ?? NaN));

        expect(schedule[0]).toBe(0);
        expect(schedule.at(-1)).toBe(steps);
        expect(schedule.length).toBe(Math.min(steps, most) + 1);
        expect(Math.max(0, ...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        expect(gaps.every((gap) => gap >= 1)).toBe(true);
      }),
    );
  });
});

describe('snapshots', () => {
  it('are the start and as many more as asked for', () => {
    expect(snapshotSteps(240, 24)).toEqual(Array.from({ length: 25 }, (_, k) => 10 * k));
    expect(snapshotSteps(10, 3)).toEqual([0, 3, 7, 10]);
  });
});

describe('curve points', () => {
  it('are fewer where the test set is much larger than the training set', () => {
    expect(mostRecorded(64, 64)).toBe(500);
    expect(mostRecorded(64, 384)).toBe(500);
    expect(mostRecorded(64, 1024)).toBe(188);
    expect(mostRecorded(2, 1024)).toBe(50);
  });
});

describe('the steps at which kernels are measured', () => {
  it('have the one that is predicted from anew among them, if training gets there', () => {
    const steps = (relinearize: number): readonly number[] =>
      measuredSteps({ steps: 10, snapshots: 2, relinearize });

    expect(steps(0)).toEqual([0, 5, 10]);
    expect(steps(5)).toEqual([0, 5, 10]);
    expect(steps(7)).toEqual([0, 5, 7, 10]);
    expect(steps(10)).toEqual([0, 5, 10]);
    expect(steps(70)).toEqual([0, 5, 10]);
  });
});
