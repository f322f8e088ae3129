import * as tf from '@tensorflow/tfjs-core';
import type { Layer, NextParameter } from '../nn/Layer.ts';
import type { Parameter } from '../nn/Parameter.ts';
import { tfOps } from './ops/tfOps.ts';

/** Rows of numbers, one for each sample: n×d, or a stack of such matrices, with 1 in front where all networks share them. */
export type Rows = tf.Tensor2D | tf.Tensor3D;

/**
 * A network with its trainable values on the backend, in the order of the forward pass (W, then b where there is one). Or a stack of S
 * networks: weights are S×in×out, biases S×1×out, and what goes in and comes out is stacked, too.
 */
export interface Network {
  readonly layer: Layer;
  readonly weights: readonly tf.Tensor[];
  dispose(): void;
}

/** The network `layer` over weights that are already on the backend; it owns them from now on. */
export const networkOf = (layer: Layer, weights: readonly tf.Tensor[]): Network => ({
  layer,
  weights,
  dispose: () => tf.dispose([...weights]),
});

/** Rounds drawn parameters to float32 and brings them to the backend. Call `dispose` when done. */
export function upload(layer: Layer, parameters: readonly Parameter[]): Network {
  return networkOf(
    layer,
    parameters.map(({ values, shape }) => tf.tensor(Float32Array.from(values), [...shape])),
  );
}

/** The outputs for rows x (n×d), n×K, or S×n×K of a stack; to be disposed by the caller. For gradients see `record`. */
export function forward<T extends Rows>(network: Network, x: T): T {
  return tf.tidy(() => {
    const outputs = network.layer.apply<tf.Tensor>(tfOps, inOrder(network.weights), x);
    return (x.rank === 3 ? tf.clone(outputs) : tf.reshape(outputs, [x.shape[0], -1])) as T;
  });
}

/** Hands out values one after another; throws when asked for more than there are, which only wrong code does. */
export function inOrder<T>(values: readonly T[]): NextParameter<T> {
  let place = 0;
  return () => {
    const value = values[place++];
    if (value === undefined)
      throw new Error(`the layer asks for more than ${values.length} parameters`);
    return value;
  };
}
