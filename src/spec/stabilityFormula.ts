import type { EntryFacts } from '../catalog/entries.ts';
import { lossWords, type LossId } from '../nn/dynamics/Loss.ts';

/** What the stability limit follows from. */
export interface Rule {
  readonly loss: LossId;
  readonly optimizer: Pick<EntryFacts, 'adaptive' | 'stabilityWords'>;
  readonly decay: number;
}

/**
 * How the rate is written beyond which training is unstable: "2n/λ_max", "(1 + β)·2/(λ_max/n + λ)". Undefined where curvature sets no
 * limit.
 */
export function stabilityFormula({ loss, optimizer, decay }: Rule): string | undefined {
  if (optimizer.adaptive) return undefined;
  const words = lossWords[loss];
  const limit = decay > 0 ? `2/(${words.curvature} + λ)` : words.limit;
  return `${optimizer.stabilityWords ?? ''}${limit}`;
}
