import * as tf from '@tensorflow/tfjs-core';
import type { Stream } from '../math/rng.ts';
import type { MapFacts } from '../nn/trace.ts';
import type { Direction } from './hessian.ts';
import type { Network } from './network.ts';

/** A direction of random signs in what these maps of a network train, and nothing elsewhere; the caller's to free. */
export function randomDirection(
  { weights }: Network,
  maps: readonly Pick<MapFacts, 'weight' | 'bias' | 'trained'>[],
  source: Stream,
): Direction {
  const trained = new Set(
    maps.flatMap(({ weight, bias, trained: { weight: weightTrains, bias: biasTrains } }) => [
      ...(weightTrains ? [weight] : []),
      ...(biasTrains && bias !== undefined ? [bias] : []),
    ]),
  );
  return weights.map((weight, place) => {
    if (!trained.has(place)) return undefined;
    const own = source.fork(String(place));
    return tf.tensor(
      Float32Array.from({ length: weight.size }, () => own.sign()),
      weight.shape,
    );
  });
}
