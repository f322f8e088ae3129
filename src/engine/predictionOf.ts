import type { OutputsAt } from './curves.ts';
import type { Prediction } from './predictedOutputs.ts';
import type { LiveNetwork, Run } from './Run.ts';

/** Multiplications that the predictions of an arm's networks from one kind of kernel may take together, if none has a closed form. */
const mostOfArm = 2e9;

/** What is left of a network's training from `start` on, at the steps that are recorded, to be predicted. */
export const predictionOf = (
  { shared, recorded, samples }: Pick<Run, 'shared' | 'recorded' | 'samples'>,
  { rule, rate }: Pick<LiveNetwork, 'rule' | 'rate'>,
  start: OutputsAt,
): Prediction => ({
  start,
  rule,
  eta: rate.eta,
  steps: recorded.filter((step) => step >= start.step),
  samples,
  flow: shared.flow,
  most: mostOfArm / shared.seeds,
});
