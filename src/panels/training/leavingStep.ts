import { quantile } from '../../math/summary.ts';
import type { CurveResult, PredictionResult } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';
import { placeAt } from '../chart/Series.ts';

/** A network has left its tangent where its training loss is this share away from what Θ_0 predicts. */
export const tangentTolerance = 0.1;

/**
 * The step at which an arm leaves its tangent: the median over its networks of the first step with |L − L_pred| >
 * 0.1·L_pred. Infinity if most have not; undefined before training.
 */
export function leavingStep(networks: readonly NetworkResults[]): number | undefined {
  const steps = networks.flatMap(({ curve, predictions }) =>
    curve && predictions.network && curve.steps.length > 1
      ? [firstApart(curve, predictions.network)]
      : [],
  );
  return steps.length === 0 ? undefined : quantile(steps, 0.5);
}

function firstApart(curve: CurveResult, prediction: PredictionResult): number {
  const x = Array.from(prediction.steps);
  const apart = curve.steps.findIndex((step, k) => {
    const place = placeAt({ x }, step);
    if (x[place] !== step) return false;
    const predicted = prediction.lossTrain[place]!;
    const actual = curve.lossTrain[k]!;
    return !(Math.abs(actual - predicted) <= tangentTolerance * predicted);
  });
  return apart < 0 ? Infinity : curve.steps[apart]!;
}
