import * as tf from '@tensorflow/tfjs-core';
import type { Layer, NextParameter } from '../nn/Layer.ts';
import type { Parameter } from '../nn/Parameter.ts';
import { tfOps } from './ops/tfOps.ts';

/** A network with its trainable values on the backend, in the order of the forward pass (W, then b where there is one). */
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

/** The outputs for rows x (n×d), n×K; to be disposed by the caller. For gradients see `record`. */
export function forward(network: Network, x: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const next = inOrder(network.weights);
    return tf.reshape(network.layer.apply<tf.Tensor>(tfOps, next, x), [x.shape[0], -1]);
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
