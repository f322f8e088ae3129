import * as tf from '@tensorflow/tfjs-core';
import type { Network, Rows } from './network.ts';
import { flipped } from './ops/flipped.ts';
import { record } from './record.ts';
import type { AffineSite, Sensitivity, Taped } from './tape.ts';

/**
 * Gradients of a loss by every array, in the order of `network.weights`, zero for those that do not train; `residual` gives the loss's derivative by
 * the outputs (n×K) from the outputs. Both are the caller's to dispose of, and so is what `residual` keeps.
 */
export function weightGradients<T extends Rows = tf.Tensor2D>(
  network: Network,
  x: T,
  residual: (outputs: T) => T,
): readonly tf.Tensor[] {
  const recording = record(network, x);
  const gradients = new Map<Taped, tf.Tensor>();
  const add = (parameter: Taped, more: tf.Tensor): void => {
    const before = gradients.get(parameter);
    gradients.set(parameter, before ? tf.add(before, more) : more);
    if (before) tf.dispose([before, more]);
  };
  try {
    const sensitivity = tf.tidy(() => sensitivityOf(residual(recording.outputs)));
    recording.sweep(sensitivity, (site, of) => {
      const { weight, bias, trained } = site.weights;
      if (trained?.weight !== false) add(weight, byWeight(site, of));
      if (bias && trained?.bias !== false) add(bias, byBias(site, of));
    });
    return recording.parameters.map(
      (parameter) => gradients.get(parameter) ?? tf.zerosLike(parameter.value),
    );
  } catch (error) {
    tf.dispose([...gradients.values()]);
    throw error;
  } finally {
    recording.dispose();
  }
}

/** A derivative by outputs, as a run backwards begins with it. */
const sensitivityOf = (residual: tf.Tensor): Sensitivity =>
  residual.rank === 3 ? (flipped(residual) as Sensitivity) : tf.expandDims(flipped(residual), 1);

/** weightScale·uᵀδ, in×out. */
const byWeight = ({ input, weights }: AffineSite, of: Sensitivity): tf.Tensor =>
  tf.tidy(() => {
    const delta = flipped(input.value.rank === 3 ? of : tf.squeeze(of, [1]));
    const { weightScale: scale, weight } = weights;
    if (scale === 1) return tf.matMul(input.flipped(), delta);
    // Scaled is what has fewer numbers.
    return delta.size < weight.value.size
      ? tf.matMul(input.flipped(), tf.mul(delta, scale))
      : tf.mul(tf.matMul(input.flipped(), delta), scale);
  });

/** biasScale·Σ_i δ_i, of the bias's shape. */
const byBias = ({ input, weights }: AffineSite, of: Sensitivity): tf.Tensor =>
  tf.tidy(() => {
    const stacked = input.value.rank === 3;
    const gradient = stacked ? tf.expandDims(tf.sum(of, 2), 1) : tf.sum(of, [1, 2]);
    return weights.biasScale === 1 ? gradient : tf.mul(gradient, weights.biasScale);
  });
