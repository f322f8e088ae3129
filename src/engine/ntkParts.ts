import * as tf from '@tensorflow/tfjs-core';
import { trace } from '../nn/trace.ts';
import type { NtkOptions } from './empiricalNtk.ts';
import { layerNtk } from './layerNtk.ts';
import type { Network } from './network.ts';
import { outputsAtOnce } from './outputsAtOnce.ts';
import { record } from './record.ts';
import { sharedSites } from './sharedSites.ts';
import type { Sensitivity } from './tape.ts';

/**
 * Takes what one affine map adds to the NTK, N×c, or K×N×K×c in full; the map is known by its weight's place in
 * `network.weights`. `part` computes it, in a tidy and before `take` returns.
 */
export type TakePart = (weight: number, part: () => tf.Tensor) => void;

/**
 * Hands over all parts that the NTK of a network on rows x (N×d) is the sum of: one for each affine map that has a weight of its
 * own, and more of them, to be added, where there are too many outputs to take back at once. A map without any way to the
 * outputs has none.
 */
export function ntkParts(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
  take: TakePart,
): void {
  const sizes = trace(network.layer, rows.shape[1]);
  const widest = Math.max(...sizes.map(({ positions, features }) => positions * features));
  const size = outputsAtOnce(options, rows.shape[0], widest);
  for (let first = 0; first < options.outputs; first += size)
    partsOfOutputs(network, rows, options, () => outputSensitivity(options, first, size), take);
}

function partsOfOutputs(
  network: Network,
  rows: tf.Tensor2D,
  options: NtkOptions,
  sensitivity: () => Sensitivity,
  take: TakePart,
): void {
  const recording = record(network, rows);
  const places = new Map(recording.parameters.map((parameter, place) => [parameter, place]));
  const [samples] = rows.shape;
  const shared = sharedSites();
  try {
    recording.sweep(sensitivity(), (site, of) => {
      const { weights, input } = site;
      if (recording.uses(weights.weight) > 1) {
        shared.keep(site, of);
        return;
      }
      const flipped = (): tf.Tensor2D => input.flipped() as tf.Tensor2D;
      const value = input.value as tf.Tensor2D;
      take(places.get(weights.weight)!, () =>
        layerNtk({ input: value, flipped, weights, sensitivity: of }, samples, options),
      );
    });
    shared.each(samples, (weight, site) =>
      take(places.get(weight)!, () => layerNtk(site(), samples, options)),
    );
  } finally {
    shared.dispose();
    recording.dispose();
  }
}

/**
 * Columns of the identity, K×size×1: each output depends on itself alone, in every row. With the root of 1/K in it, Gram
 * matrices are parts of the mean.
 */
const outputSensitivity = (
  { outputs, form }: NtkOptions,
  first: number,
  size: number,
): Sensitivity =>
  tf.tidy(() => {
    const count = Math.min(size, outputs - first);
    const unit = tf.slice(tf.eye(outputs), [0, first], [outputs, count]);
    return tf.reshape(form === 'mean' ? tf.mul(unit, 1 / Math.sqrt(outputs)) : unit, [
      outputs,
      count,
      1,
    ]);
  });
