import type { ArmLabel } from '../../spec/Experiment.ts';
import type { CurveResult, PredictionResult } from '../../spec/Result.ts';
import type { NetworkResults, Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { overRuns, type Run, type Series } from '../chart/Series.ts';
import { armFailure } from '../failureWords.ts';
import { curveNotes, type CurveNote } from './curveNotes.ts';
import { leavingStep } from './leavingStep.ts';

/** What a training plot draws. */
export type Metric = 'train' | 'test' | 'accuracy';

/** One arm's curves: the networks, what their own Θ_0 or a later Θ_t predicts, what Θ_∞ predicts from the same f_0. */
export interface TrainingArm {
  readonly label: ArmLabel;
  /** "A Gaussian"; empty for a single arm, which needs no name. */
  readonly name: string;
  /** "A "; empty likewise. */
  readonly letter: string;
  readonly network: Series;
  /** The networks one by one. */
  readonly runs: readonly Run[];
  readonly start: Series;
  readonly limit: Series;
  readonly later: Series;
  /** The step from which `later` predicts. */
  readonly from: number | undefined;
  /** The step at which the arm leaves its tangent (the median over networks), Infinity if it does not; undefined if unknown. */
  readonly leaves: number | undefined;
  readonly failure: string | undefined;
  readonly notes: readonly CurveNote[];
}

/** The curves of every arm for one metric; accuracy is that on test samples, or on training samples where there are none. */
export function trainingArms(results: Results, metric: Metric): readonly TrainingArm[] {
  const calls = armCalls(results);
  const onTest = (results.data?.nTest ?? 0) > 0;
  return results.arms.map(({ label, networks }, index) => {
    const runsOf = (
      pick: (network: NetworkResults) => CurveResult | PredictionResult | undefined,
    ): readonly Run[] => networks.flatMap((network) => runOf(pick(network), metric, onTest));
    const predicted = (source: PredictionResult['source']): Series =>
      overRuns(runsOf(({ predictions }) => predictions[source]));
    const runs = runsOf(({ curve }) => curve);
    return {
      label,
      ...calls[index]!,
      network: overRuns(runs, 0.1),
      runs,
      start: predicted('network'),
      limit: predicted('limit'),
      later: predicted('relinearized'),
      from: networks[0]?.predictions.relinearized?.from,
      leaves: leavingStep(networks),
      failure: armFailure(networks),
      notes: curveNotes(networks),
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
