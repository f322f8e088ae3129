import * as tf from '@tensorflow/tfjs-core';
import type { FunctionGrid, FunctionResult, NetworkRef } from '../../spec/Result.ts';
import { forward, type Network } from '../network.ts';

/** A network's outputs on a grid, which becomes part of the result; undefined where they are not all finite. */
export async function functionResult(
  ref: NetworkRef,
  network: Network,
  step: number,
  grid: FunctionGrid,
  atOnce: number,
): Promise<FunctionResult | undefined> {
  const outputs = onGrid(network, grid, atOnce);
  try {
    const values = Float32Array.from(await outputs.data());
    return values.every(Number.isFinite)
      ? { kind: 'function', arm: ref.arm, seed: ref.seed, step, grid, values }
      : undefined;
  } finally {
    outputs.dispose();
  }
}

/** In slices of rows: a forward pass holds the outputs of every layer at once. */
const onGrid = (
  network: Network,
  { inputs, dimension }: FunctionGrid,
  atOnce: number,
): tf.Tensor2D =>
  tf.tidy(() => {
    const rows = inputs.length / dimension;
    const slices: tf.Tensor2D[] = [];
    for (let from = 0; from < rows; from += atOnce) {
      const slice = inputs.subarray(from * dimension, (from + atOnce) * dimension);
      const x = tf.tensor2d(Float32Array.from(slice), [slice.length / dimension, dimension]);
      slices.push(forward(network, x));
    }
    return tf.concat<tf.Tensor2D>(slices, 0);
  });
