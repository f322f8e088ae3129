import * as tf from '@tensorflow/tfjs-core';
import { forward, networkOf, type Network } from './network.ts';
import type { Batch } from './training.ts';
import { weightGradients } from './weightGradients.ts';

/** One tensor for each of a network's arrays, in the order of its weights; nothing for an array that is held still. */
export type Direction = readonly (tf.Tensor | undefined)[];

/** What the loss is taken of, and its derivative by outputs n×K, a tensor of its own: that of (1/2n)Σ‖f − y‖² if absent. */
export interface Fit extends Pick<Batch, 'x' | 'y'> {
  readonly slope?: (f: tf.Tensor2D) => tf.Tensor2D;
}

/**
 * H·v for the Hessian H of the training loss by the values that the run trains, restricted to the arrays that
 * v has: by the difference of gradients at θ ± step·v. What does not train has no curvature. The result is the caller's.
 */
export function hessianProduct(network: Network, fit: Fit, v: Direction, step: number): Direction {
  const at = (by: number): Direction =>
    moved(network, v, by, (there) => maskedGradients(there, fit.x, v, (f) => residual(f, fit)));
  return difference(at(step), at(-step), step);
}

/**
 * G·v for the Gauss–Newton part G = (1/n)Σ_i J_iᵀJ_i of the Hessian of (1/2n)Σ‖f − y‖², all but residuals times second derivatives: J·v by the
 * difference of outputs at θ ± step·v, then one run back.
 */
export function gaussNewtonProduct(
  network: Network,
  fit: Fit,
  v: Direction,
  step: number,
): Direction {
  const at = (by: number): tf.Tensor2D => moved(network, v, by, (there) => forward(there, fit.x));
  const [above, below] = [at(step), at(-step)];
  const [n] = fit.x.shape;
  const outputs = tf.tidy(() => tf.mul<tf.Tensor2D>(tf.sub(above, below), 1 / (2 * step * n)));
  try {
    return maskedGradients(network, fit.x, v, () => tf.clone(outputs));
  } finally {
    tf.dispose([above, below, outputs]);
  }
}

const residual = (f: tf.Tensor2D, { x, y, slope }: Fit): tf.Tensor2D =>
  slope ? slope(f) : tf.tidy(() => tf.mul<tf.Tensor2D>(tf.sub(f, y), 1 / x.shape[0]));

/** Does something with the network at θ + by·v, which is gone afterwards. */
function moved<T>(network: Network, v: Direction, by: number, use: (there: Network) => T): T {
  const weights = network.weights.map((weight, place) => {
    const along = v[place];
    return along ? tf.tidy(() => tf.add(weight, tf.mul(along, by))) : tf.clone(weight);
  });
  const there = networkOf(network.layer, weights);
  try {
    return use(there);
  } finally {
    there.dispose();
  }
}

function maskedGradients(
  network: Network,
  x: tf.Tensor2D,
  v: Direction,
  of: (outputs: tf.Tensor2D) => tf.Tensor2D,
): Direction {
  return weightGradients(network, x, of).map((gradient, place) => {
    if (v[place]) return gradient;
    gradient.dispose();
    return undefined;
  });
}

function difference(above: Direction, below: Direction, step: number): Direction {
  const result = above.map(
    (gradient, place) =>
      gradient && tf.tidy(() => tf.mul(tf.sub(gradient, below[place]!), 1 / (2 * step))),
  );
  disposeOf(above);
  disposeOf(below);
  return result;
}

/** Frees a direction's tensors. */
export const disposeOf = (direction: Direction): void =>
  tf.dispose(direction.filter((part) => part !== undefined));
