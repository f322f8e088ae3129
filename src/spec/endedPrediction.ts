import type { MarkResult, PredictionResult } from './Result.ts';

/** A prediction up to the first step after its start at which the rate that it was made for changed. */
export function endedPrediction(
  prediction: PredictionResult,
  marks: readonly MarkResult[] = [],
): PredictionResult {
  const { from = 0 } = prediction;
  const end = marks.find(({ what, step }) => what === 'rate' && step > from)?.step;
  const kept = prediction.steps.findIndex((step) => step > (end ?? Infinity));
  if (end === undefined || kept < 0) return prediction;
  return {
    ...prediction,
    steps: prediction.steps.slice(0, kept),
    lossTrain: prediction.lossTrain.slice(0, kept),
    lossTest: prediction.lossTest.slice(0, kept),
    accuracyTrain: prediction.accuracyTrain.slice(0, kept),
    accuracyTest: prediction.accuracyTest.slice(0, kept),
    note: `The prediction ends at step ${end}, where the rate changed.`,
  };
}
