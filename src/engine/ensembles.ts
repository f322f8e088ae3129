import {
  ensemble,
  influenceAt,
  influenceAtEnd,
  type Influence,
  type Normal,
} from '../nn/dynamics/posterior.ts';
import { predictable } from '../spec/predictable.ts';
import type { Arm } from '../spec/resolve.ts';
import type { LimitCovariance } from './limitCovariance.ts';
import { motionOf } from './predictedOutputs.ts';
import { plainRate } from './rate.ts';
import type { Run } from './Run.ts';
import { measuredSteps } from './schedule.ts';
import { stabilityOf } from './stability.ts';
import { ruleOf } from './trainingRule.ts';

/** The law of an infinitely wide ensemble after a number of steps, or of training without end. */
export interface EnsembleLaw {
  readonly step?: number;
  readonly law: Normal;
  readonly influence: Influence;
}

/** Why there is no law of an arm's ensemble, as a sentence; undefined where there is one. */
export function withoutEnsemble(
  arm: Pick<Arm, 'loss' | 'optimizer' | 'decay'>,
): string | undefined {
  const told = predictable(arm);
  if (!told.exists) return told.reason;
  return arm.loss === 'softmax' || arm.loss === 'logistic'
    ? 'With a cross-entropy outputs grow for ever, so that there is no regression without end; before that, outputs are no longer normal.'
    : undefined;
}

/**
 * First without end, then after the steps at which kernels are measured, as long as all is finite. η is the arm's, multiples being of
 * the stability limit of Θ_∞. With mini-batches only without end. Throws a RangeError where Θ_∞ cannot be inverted.
 */
export async function* ensembles(
  run: Pick<Run, 'environment' | 'shared' | 'samples' | 'breathe'>,
  arm: Arm,
  { ntk, nngp }: LimitCovariance,
): AsyncGenerator<EnsembleLaw, void, undefined> {
  const { environment, shared, samples } = run;
  const rule = ruleOf(arm, shared.seed);
  const lawOf = (influence: Influence, step?: number): EnsembleLaw => ({
    ...(step !== undefined && { step }),
    law: ensemble(influence, nngp, samples.y),
    influence,
  });
  yield lawOf(influenceAtEnd(ntk.train, ntk.cross));
  const motion = motionOf({ rule, samples, flow: shared.flow });
  if (!motion) return;
  const { value: kernel } = await environment.eigh(ntk.train);
  const n = samples.y.rows;
  const { stabilityLimit } = stabilityOf(rule, {
    samples: n,
    lambda: kernel.values[0]!,
    fastest: 1,
  });
  const pace = plainRate(arm.rate, stabilityLimit) * rule.loss.normalization(n);
  for (const step of measuredSteps(shared)) {
    await run.breathe();
    const at = lawOf(influenceAt(kernel, ntk.cross, motion, pace, step), step);
    if (![at.law.mean.data, at.law.variance].every((values) => values.every(Number.isFinite)))
      return;
    yield at;
  }
}
