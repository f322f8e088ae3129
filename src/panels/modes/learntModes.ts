import { median } from '../../math/summary.ts';
import { cached } from '../cached.ts';
import { halvingStep } from './halvingStep.ts';
import { valuesOf, type ModesArm } from './modesArms.ts';

/** When one mode of an arm is half learnt: medians over networks, Infinity where most have not come to it. */
export interface LearntMode {
  readonly rank: number;
  /** ln 2/(η·c·λ), times 1 − β with momentum: n·ln 2/(ηλ) for the mean of squares. */
  readonly expected: number;
  readonly measured: number;
  /** The recorded steps that the measured one lies between. */
  readonly after: number;
  readonly by: number;
  /** The same of the curve that linear theory predicts; NaN where it predicts none. */
  readonly predicted: number;
}

/** Modes with less of the residual than this at the start are float32 noise. */
export const leastShare = 1e-6;

/** Every mode of an arm that has a part in the residual and a positive eigenvalue. */
export const learntModes = cached((arm: ModesArm): readonly LearntMode[] => {
  const { networks, count, eigenvalues, pace } = arm;
  return Array.from({ length: count }, (_, mode): LearntMode => {
    const over = (which: 'measured' | 'predicted') =>
      networks.map((one) => halvingStep(one.steps, valuesOf(one, mode, which)));
    const own = over('measured');
    const middle = (of: 'step' | 'after' | 'by'): number =>
      median(own.map((halving) => halving?.[of] ?? Infinity));
    const known = networks.every((one) => Number.isFinite(valuesOf(one, mode, 'predicted')[1]));
    return {
      rank: mode + 1,
      expected: Math.LN2 / (pace * eigenvalues[mode]!),
      measured: middle('step'),
      after: middle('after'),
      by: middle('by'),
      predicted: known
        ? median(over('predicted').map((halving) => halving?.step ?? Infinity))
        : NaN,
    };
  }).filter(
    ({ rank, expected }) =>
      expected > 0 &&
      expected < Infinity &&
      networks.every((one) => (valuesOf(one, rank - 1, 'measured')[0] ?? 0) > leastShare),
  );
});
