import type { ArmLabel } from '../../spec/Experiment.ts';
import type { CurvatureResult, LayerSeries, SignalsResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { armFailure } from '../failureWords.ts';
import type { SeriesOption, SignalsOption } from './signalsOptions.ts';

/** What one arm's start does to signals. */
export interface SignalsArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** Absent until they are known. */
  readonly signals: SignalsResult | undefined;
  /** Of the first network. */
  readonly curvature: CurvatureResult | undefined;
  /** Why there are no signals, or no curvature, in a few words where the network failed before. */
  readonly failure: string | undefined;
  readonly withoutCurvature: string | undefined;
}

/** The signals of every arm. */
export const signalsArms = cached((results: Results): readonly SignalsArm[] => {
  const calls = armCalls(results);
  return results.arms.map(({ label, signals, networks: [first] }, index) => {
    const failure = first && armFailure([first]);
    const curvature = first?.curvature;
    return {
      label,
      ...calls[index]!,
      signals,
      curvature,
      failure: signals ? undefined : failure,
      withoutCurvature: curvature ? curvature.unknown : failure,
    };
  });
});

/** The series that an option draws. */
export function seriesOf(signals: SignalsResult, option: SeriesOption): LayerSeries {
  return option === 'square' ? signals.meanSquare : signals[option];
}

/** The last value of a list that is a number; NaN if none is. */
export const lastOf = (values: Float64Array): number =>
  values.findLast((value) => !Number.isNaN(value)) ?? NaN;

/**
 * The factor by which a mean changes from a layer to the next one, as the geometric mean over the hidden layers; from the inputs
 * on where there is a single one. NaN where something is zero or unknown.
 */
export function perLayer({ mean }: LayerSeries): number {
  const from = mean.length > 2 ? 1 : 0;
  const steps = mean.length - 1 - from;
  const ratio = mean[mean.length - 1]! / mean[from]!;
  return steps > 0 && ratio > 0 && ratio < Infinity ? ratio ** (1 / steps) : NaN;
}

/** Why an arm has nothing to show of an option; undefined if it has, or may have. */
export const reasonOf = (arm: SignalsArm, option: SignalsOption): string | undefined =>
  option === 'curvature' ? arm.withoutCurvature : arm.failure;
