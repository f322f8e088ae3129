import type { Eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';
import { linearized } from '../nn/dynamics/linearized.ts';
import type { PredictionResult } from '../spec/Result.ts';
import { boundedCurve, curveOf, lossBound, type Curve, type OutputsAt } from './curves.ts';
import type { Samples } from '../nn/Dataset.ts';

/** A kernel to predict with: Θ(X, X) decomposed, and Θ(x, X) of the test inputs. */
export interface Predictor {
  readonly kernel: Eigh;
  readonly cross: Matrix;
}

/** What to predict: from these outputs, with this rate, at these steps. */
export interface Prediction {
  readonly start: OutputsAt;
  readonly eta: number;
  readonly steps: readonly number[];
  readonly samples: Samples;
}

/** Steps predicted at a time, which bounds memory and how long the thread is held. */
const batch = 50;

/**
 * Losses and accuracies of linearized training, cut where they leave all bounds. Calls `between` now and then, so that
 * messages are heard.
 */
export async function predictedCurve(
  { kernel, cross }: Predictor,
  { start, eta, steps, samples }: Prediction,
  between: () => Promise<void>,
): Promise<Curve> {
  const predict = linearized({
    kernel,
    cross,
    f0: start.f,
    fTest0: start.fTest,
    y: samples.y,
    eta,
  });
  const records: Curve[] = [];
  for (let from = 0; from < steps.length; from += batch) {
    const some = steps.slice(from, from + batch);
    const outputs = predict(some).map(({ f, fTest = start.fTest }, place): OutputsAt => ({
      step: some[place]!,
      f,
      fTest,
    }));
    const { curve, divergedAt } = boundedCurve(
      curveOf(outputs, samples),
      lossBound(start, samples),
    );
    records.push(curve);
    if (divergedAt !== undefined) break;
    await between();
  }
  return joined(records);
}

/** A predicted curve as a result. */
export const predictionResult = (
  ref: Pick<PredictionResult, 'arm' | 'seed'>,
  source: PredictionResult['source'],
  curve: Curve,
): PredictionResult => ({ kind: 'prediction', arm: ref.arm, seed: ref.seed, source, ...curve });

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
