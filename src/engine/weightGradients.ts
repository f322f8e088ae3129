import * as tf from '@tensorflow/tfjs-core';
import type { Network } from './network.ts';
import { record } from './record.ts';
import type { AffineSite, Sensitivity, Taped } from './tape.ts';

/**
 * Gradients of a loss by every array, in the order of `network.weights`, zero for those that do not train; `residual` gives the loss's derivative by
 * the outputs (n×K) from the outputs. Both are the caller's to dispose of, and so is what `residual` keeps.
 */
export function weightGradients(
  network: Network,
  x: tf.Tensor2D,
  residual: (outputs: tf.Tensor2D) => tf.Tensor2D,
): readonly tf.Tensor[] {
  const recording = record(network, x);
  const gradients = new Map<Taped, tf.Tensor>();
  const add = (parameter: Taped, more: tf.Tensor): void => {
    const before = gradients.get(parameter);
    gradients.set(parameter, before ? tf.add(before, more) : more);
    if (before) tf.dispose([before, more]);
  };
  try {
    const sensitivity = tf.tidy(() =>
      tf.expandDims<Sensitivity>(tf.transpose(residual(recording.outputs)), 1),
    );
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

/** weightScale·uᵀδ, in×out. */
const byWeight = ({ input, weights }: AffineSite, of: Sensitivity): tf.Tensor =>
  tf.tidy(() => {
    const delta = tf.transpose(tf.squeeze<tf.Tensor2D>(of, [1]));
    const gradient = tf.matMul(input.flipped(), delta);
    return weights.weightScale === 1 ? gradient : tf.mul(gradient, weights.weightScale);
  });

/** biasScale·Σ_i δ_i. */
const byBias = ({ weights }: AffineSite, of: Sensitivity): tf.Tensor =>
  tf.tidy(() => {
    const gradient = tf.sum(of, [1, 2]);
    return weights.biasScale === 1 ? gradient : tf.mul(gradient, weights.biasScale);
  });
