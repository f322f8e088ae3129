import { lossWords } from '../nn/dynamics/Loss.ts';
import type { RateResult } from '../spec/Result.ts';
import { stabilityFormula } from '../spec/stabilityFormula.ts';
import type { TrainingRule } from './trainingRule.ts';

/** The rate beyond which training is unstable, how that is written, or why there is none. */
export type Stability = Pick<RateResult, 'stabilityLimit' | 'formula' | 'unknown'>;

/** What the limit follows from, besides the rule. */
export interface Curvature {
  /** n. */
  readonly samples: number;
  /** λ_max of the training kernel, all outputs together. */
  readonly lambda: number;
  /** The largest of the rates of trained arrays, relative to η. */
  readonly fastest: number;
}

/**
 * η < 2s/(c·κ·λ_max + λ): s of the optimizer, c and κ (the most that a sample's loss curves) of the loss, λ its decay. Exact for
 * squares on a constant kernel with all samples in a step; for a cross-entropy, whose curvature is κ at most, a rate that is stable for
 * certain; with rates by layer, λ is taken at the fastest, an upper bound of what it adds.
 */
export function stabilityOf(
  rule: TrainingRule,
  { samples, lambda, fastest }: Curvature,
): Stability {
  const { loss, decay } = rule;
  const { entry } = rule.optimizer;
  const factor = stabilityFactor(rule);
  if (factor === undefined)
    return {
      stabilityLimit: NaN,
      unknown: `${entry.label} divides each weight’s step by the size of its own gradients, so that curvature sets no limit to η; the rate is taken as a plain number.`,
    };
  const curvature = loss.normalization(samples) * loss.curvature * lambda + decay * fastest;
  const formula = stabilityFormula({ loss: loss.id, optimizer: entry, decay });
  return {
    stabilityLimit: (2 * factor) / curvature,
    ...(formula !== undefined && formula !== lossWords.mse.limit && { formula }),
  };
}

/** s of a rule's optimizer in η < 2s/h for a curvature of h; undefined where curvature sets no limit. */
export const stabilityFactor = ({
  optimizer,
}: Pick<TrainingRule, 'optimizer'>): number | undefined =>
  optimizer.entry.stability?.(optimizer.settings);
