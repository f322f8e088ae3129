import type { RunValues } from '../spec/values.ts';

/** Steps at which outputs are recorded: every one up to `most` of them, else about `most` at even distances. */
export const recordedSteps = (steps: number, most: number): readonly number[] =>
  evenSteps(steps, most);

/** Steps at which the kernel is measured: the start and `count` more at even distances, the last step included. */
export const snapshotSteps = (steps: number, count: number): readonly number[] =>
  evenSteps(steps, count);

/** Steps at which rounds end and kernels are measured: those of `snapshotSteps`, and the one that is predicted from anew. */
export function measuredSteps({
  steps,
  snapshots,
  relinearize,
}: Pick<RunValues, 'steps' | 'snapshots' | 'relinearize'>): readonly number[] {
  const even = snapshotSteps(steps, snapshots);
  if (relinearize >= steps || even.includes(relinearize)) return even;
  return [...even, relinearize].sort((a, b) => a - b);
}

/** 0 … steps in `intervals` intervals of whole steps, as even as can be and none empty. */
function evenSteps(steps: number, intervals: number): readonly number[] {
  const parts = Math.min(steps, intervals);
  if (parts === 0) return [0];
  return Array.from({ length: parts + 1 }, (_, k) => Math.round((k * steps) / parts));
}

/**
 * How many curve points a run may have: 500, unless the test set is so much larger than the training set that looking at
 * it would take longer than training (a step costs about three forward passes over the training set).
 */
export const mostRecorded = (n: number, nTest: number): number =>
  Math.round(500 * Math.min(1, Math.max(0.1, (6 * n) / Math.max(1, nTest))));
