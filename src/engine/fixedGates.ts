import * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../nn/Layer.ts';
import type { Ops } from '../nn/Ops.ts';
import { inOrder, networkOf, type Network } from './network.ts';
import { tfOps } from './ops/tfOps.ts';

/**
 * The same network on rows x with its rectifiers switched for good: each unit stays on the straight line that it is on now. At
 * these weights it computes the same and has the same derivatives of all orders, wherever the network has them; but a
 * difference of them sees no kink that a step may cross. What decides the lines comes after the network's own weights. Call
 * `dispose` when done.
 */
export function withFixedGates({ layer, weights }: Network, x: tf.Tensor2D): Network {
  const gates: tf.Tensor[] = [];
  const seen = (a: tf.Tensor): tf.Tensor => {
    const gate = tf.keep(tf.step(a));
    gates.push(gate);
    return gate;
  };
  const watching: Ops<tf.Tensor> = {
    ...tfOps,
    relu: (a) => {
      seen(a);
      return tfOps.relu(a);
    },
    leakyRelu: (a, slope) => {
      seen(a);
      return tfOps.leakyRelu(a, slope);
    },
    step: (a) => tf.clone(seen(a)),
  };
  tf.tidy(() => {
    layer.apply(watching, inOrder(weights), x);
  });
  return networkOf(gated(layer), [...weights.map((weight) => tf.clone(weight)), ...gates]);
}

/** A layer that asks for its parameters and then for one gate, 1 or 0 at each entry, wherever a rectifier was. */
const gated = (layer: Layer): Layer => ({
  ...layer,
  apply: (ops, next, x) => {
    const own = layer.shapes.map(() => next());
    return layer.apply(
      {
        ...ops,
        relu: (a) => ops.multiply(a, next()),
        leakyRelu: (a, slope) => ops.multiply(a, ops.shift(ops.scale(next(), 1 - slope), slope)),
        step: () => next(),
      },
      inOrder(own),
      x,
    );
  },
});
