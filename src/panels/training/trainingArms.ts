import type { ArmLabel } from '../../spec/Experiment.ts';
import type { CurveResult, PredictionResult } from '../../spec/Result.ts';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { overRuns, type Run, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import { leavingStep } from './leavingStep.ts';

/** What a training plot draws. */
export type Metric = 'train' | 'test' | 'accuracy';

/** One arm's curves: the networks, what their own Θ_0 predicts, what Θ_∞ predicts from the same f_0. */
export interface TrainingArm {
  readonly label: ArmLabel;
  /** "A Gaussian"; empty for a single arm, which needs no name. */
  readonly name: string;
  /** "A "; empty likewise. */
  readonly letter: string;
  readonly network: Series;
  readonly start: Series;
  readonly limit: Series;
  /** The step at which the arm leaves its tangent (the median over networks), Infinity if it does not; undefined if unknown. */
  readonly leaves: number | undefined;
  readonly failure: string | undefined;
}

/** The curves of every arm for one metric; accuracy is that on test samples, or on training samples where there are none. */
export function trainingArms(results: Results, metric: Metric): readonly TrainingArm[] {
  const calls = armCalls(results);
  const onTest = (results.data?.nTest ?? 0) > 0;
  return results.arms.map(({ label, networks }, index) => {
    const curves = (
      pick: (network: NetworkResults) => CurveResult | PredictionResult | undefined,
    ): Series => overRuns(networks.flatMap((network) => runOf(pick(network), metric, onTest)));
    return {
      label,
      ...calls[index]!,
      network: curves(({ curve }) => curve),
      start: curves(({ predictions }) => predictions.network),
      limit: curves(({ predictions }) => predictions.limit),
      leaves: leavingStep(networks),
      failure: armFailure(networks),
    };
  });
}

function runOf(
  result: CurveResult | PredictionResult | undefined,
  metric: Metric,
  onTest: boolean,
): readonly Run[] {
  if (!result) return [];
  const values = {
    train: result.lossTrain,
    test: result.lossTest,
    accuracy: onTest ? result.accuracyTest : result.accuracyTrain,
  }[metric];
  return values.length === 0 ? [] : [{ x: result.steps, values }];
}
