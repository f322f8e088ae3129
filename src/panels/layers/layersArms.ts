import type { ArmLabel } from '../../spec/Experiment.ts';
import type { LayerShare, LayersResult } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { armCalls } from '../armCalls.ts';
import { cached } from '../cached.ts';
import { armFailure } from '../failureWords.ts';

/** One layer's part of Θ_0. */
export interface LayerPart extends LayerShare {
  /** tr Θ_ℓ/tr Θ_0. */
  readonly share: number;
}

/** An arm's layers as its first network has them. */
export interface LayersArm {
  readonly label: ArmLabel;
  /** "A Gaussian" and "A "; both empty for a single arm. */
  readonly name: string;
  readonly letter: string;
  /** Undefined until they are known. */
  readonly parts: readonly LayerPart[] | undefined;
  /** Why there are none, if the network failed before. */
  readonly failure: string | undefined;
}

/** The layers of every arm. */
export function layersArms(results: Results): readonly LayersArm[] {
  const calls = armCalls(results);
  return results.arms.map(({ label, networks: [first] }, index) => ({
    label,
    ...calls[index]!,
    parts: first?.layers && partsOf(first.layers),
    failure: first && !first.layers ? armFailure([first]) : undefined,
  }));
}

/** Every layer with its share of tr Θ_0; zero where nothing trains. */
export const partsOf = cached(({ layers }: LayersResult): readonly LayerPart[] => {
  const total = layers.reduce((sum, { trace }) => sum + trace, 0);
  return layers.map((layer) => ({ ...layer, share: total > 0 ? layer.trace / total : 0 }));
});
