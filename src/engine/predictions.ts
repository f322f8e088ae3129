import type { PredictionResult } from '../spec/Result.ts';
import { boundedCurve, curveOf, lossBound, type Curve } from './curves.ts';
import { predictedOutputs, type Prediction, type Predictor } from './predictedOutputs.ts';

/** A predicted curve, and why it ends early where it does. */
export interface PredictedCurve {
  readonly curve: Curve;
  readonly note?: string;
}

/**
 * Losses and accuracies of linearized training, cut where they leave all bounds or take too long. Calls `between` now and then, so
 * that messages are heard. Throws as `predictedOutputs` does.
 */
export async function predictedCurve(
  predictor: Predictor,
  prediction: Prediction,
  between: () => Promise<void>,
): Promise<PredictedCurve> {
  const { start, samples, rule, most } = prediction;
  const bound = lossBound(start, samples, rule.loss);
  const records: Curve[] = [];
  const outputs = predictedOutputs(predictor, prediction, between);
  for (;;) {
    const next = await outputs.next();
    if (next.done) {
      const note = next.value === undefined ? undefined : tooLong(next.value, most);
      return { curve: joined(records), ...(note && { note }) };
    }
    const { curve, divergedAt } = boundedCurve(curveOf(next.value, samples, rule.loss), bound);
    records.push(curve);
    if (divergedAt !== undefined) return { curve: joined(records) };
  }
}

/** A predicted curve as a result; `from` is the step whose kernel it is from, if that is not the start. */
export const predictionResult = (
  ref: Pick<PredictionResult, 'arm' | 'seed'>,
  source: PredictionResult['source'],
  { curve, note }: PredictedCurve,
  from?: number,
): PredictionResult => ({
  kind: 'prediction',
  arm: ref.arm,
  seed: ref.seed,
  source,
  ...(from !== undefined && { from }),
  ...(note !== undefined && { note }),
  ...curve,
});

const tooLong = (step: number, most: number): string =>
  `The prediction ends at step ${step}: without a closed form it may take ${(most / 1e6).toPrecision(2)} million multiplications.`;

function joined(curves: readonly Curve[]): Curve {
  const floats = (part: (curve: Curve) => Float64Array): Float64Array =>
    Float64Array.from(curves.flatMap((curve) => [...part(curve)]));
  return {
    steps: Int32Array.from(curves.flatMap(({ steps }) => [...steps])),
    lossTrain: floats(({ lossTrain }) => lossTrain),
    lossTest: floats(({ lossTest }) => lossTest),
    accuracyTrain: floats(({ accuracyTrain }) => accuracyTrain),
    accuracyTest: floats(({ accuracyTest }) => accuracyTest),
  };
}
