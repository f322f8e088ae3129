import { matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import { accuracy } from '../nn/dynamics/fit.ts';
import type { Outputs } from '../nn/dynamics/linearized.ts';
import type { Loss } from '../nn/dynamics/Loss.ts';
import type { CurveResult } from '../spec/Result.ts';

/** Losses and accuracies at some steps. */
export type Curve = Omit<CurveResult, 'kind' | 'arm' | 'seed'>;

/** Outputs at one step, on the training and on the test set. */
export interface OutputsAt extends Required<Outputs> {
  readonly step: number;
}

/** What outputs mean against the targets by a loss, in float64. Accuracies are empty for a regression. */
export function curveOf(
  records: readonly OutputsAt[],
  samples: Samples,
  loss: Pick<Loss, 'value'>,
): Curve {
  const { y, yTest, classes } = samples;
  const column = (value: (record: OutputsAt) => number): Float64Array =>
    Float64Array.from(records, value);
  return {
    steps: Int32Array.from(records, ({ step }) => step),
    lossTrain: column(({ f }) => loss.value(f, y)),
    lossTest: column(({ fTest }) => loss.value(fTest, yTest)),
    accuracyTrain: column(({ f }) => accuracy(f, y)).slice(0, classes ? undefined : 0),
    accuracyTest: column(({ fTest }) => accuracy(fTest, yTest)).slice(0, classes ? undefined : 0),
  };
}

/**
 * The training loss beyond which a run has diverged: a million times the loss at the start or, if that is larger, the loss
 * of answering 0.
 */
export function lossBound(
  start: Pick<OutputsAt, 'f'>,
  { y }: Pick<Samples, 'y'>,
  loss: Pick<Loss, 'value'>,
): number {
  const ofZero = loss.value(matrix(y.rows, y.cols), y);
  return 1e6 * Math.max(loss.value(start.f, y), ofZero);
}

/** The part of a curve before its losses leave the bound or stop being numbers, and the step at which they do. */
export function boundedCurve(
  curve: Curve,
  bound: number,
): { readonly curve: Curve; readonly divergedAt?: number } {
  const bad = curve.lossTrain.findIndex(
    (loss, place) => !(loss <= bound && Number.isFinite(curve.lossTest[place])),
  );
  if (bad < 0) return { curve };
  return {
    curve: {
      steps: curve.steps.slice(0, bad),
      lossTrain: curve.lossTrain.slice(0, bad),
      lossTest: curve.lossTest.slice(0, bad),
      accuracyTrain: curve.accuracyTrain.slice(0, bad),
      accuracyTest: curve.accuracyTest.slice(0, bad),
    },
    divergedAt: curve.steps[bad]!,
  };
}
