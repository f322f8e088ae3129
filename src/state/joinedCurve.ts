import type { CurveResult } from '../spec/Result.ts';

/** One curve of a chunk that came before and one that follows it. */
export const joinedCurve = (before: CurveResult, after: CurveResult): CurveResult => ({
  ...before,
  steps: joinedSteps(before.steps, after.steps),
  lossTrain: joined(before.lossTrain, after.lossTrain),
  lossTest: joined(before.lossTest, after.lossTest),
  accuracyTrain: joined(before.accuracyTrain, after.accuracyTrain),
  accuracyTest: joined(before.accuracyTest, after.accuracyTest),
});

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const all = new Float64Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

function joinedSteps(before: Int32Array, after: Int32Array): Int32Array {
  const all = new Int32Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}
