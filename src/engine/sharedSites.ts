import * as tf from '@tensorflow/tfjs-core';
import type { NtkSite } from './layerNtk.ts';
import type { AffineSite, Sensitivity, Taped } from './tape.ts';
import { perRow } from './tapePositionOps.ts';

interface Kept {
  readonly input: tf.Tensor2D;
  readonly sensitivity: Sensitivity;
}

/**
 * Affine maps that share a weight, as a recurrent network's do over time: kept until all have been met, then taken as one
 * map over as many more positions.
 */
export function sharedSites() {
  const kept = new Map<Taped, { readonly weights: AffineSite['weights']; readonly uses: Kept[] }>();
  return {
    /** Keeps copies, which on every backend share their numbers with what they copy. */
    keep: ({ input, weights }: AffineSite, of: Sensitivity): void => {
      const held = kept.get(weights.weight) ?? { weights, uses: [] };
      held.uses.push({ input: tf.clone(input.value as tf.Tensor2D), sensitivity: tf.clone(of) });
      kept.set(weights.weight, held);
    },
    /** Hands over each shared map by its weight, to be put together in a tidy. */
    each: (samples: number, visit: (weight: Taped, site: () => NtkSite) => void): void => {
      for (const [weight, { weights, uses }] of kept)
        visit(weight, () => ({ ...together(uses, samples), weights }));
    },
    dispose: (): void => {
      for (const { uses } of kept.values())
        tf.dispose(uses.flatMap(({ input, sensitivity }) => [input, sensitivity]));
      kept.clear();
    },
  };
}

/** Uses of n·P rows each as one of n·(uses·P) rows, sample after sample. */
function together(uses: readonly Kept[], samples: number): Kept {
  const inputs = uses.map(({ input }) => tf.reshape(input, [samples, -1, input.shape[1]]));
  const sensitivities = uses.map(({ input, sensitivity }) => {
    const [features, quantities] = sensitivity.shape;
    return tf.reshape(perRow(sensitivity, input), [features, quantities, samples, -1]);
  });
  const all = tf.concat(sensitivities, 3);
  const [features = 1, quantities = 1] = all.shape;
  const input = tf.concat(inputs, 1);
  return {
    input: tf.reshape(input, [-1, input.shape[2] ?? 1]),
    sensitivity: tf.reshape(all, [features, quantities, -1]),
  };
}
