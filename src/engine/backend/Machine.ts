import * as tf from '@tensorflow/tfjs-core';
import { networkOf, type Rows } from '../network.ts';
import { erf } from '../ops/erf.ts';
import { tanh } from '../ops/tanh.ts';
import { tfOps } from '../ops/tfOps.ts';
import { weightGradients } from '../weightGradients.ts';

/** What the self-test tries out. */
export interface Machine {
  /** u·uᵀ. */
  readonly gram: (u: tf.Tensor2D) => tf.Tensor;
  /** Gradient by V of Σ r∘(x·V·W). */
  readonly affineGradient: (
    x: tf.Tensor2D,
    v: tf.Tensor2D,
    w: tf.Tensor2D,
    r: tf.Tensor2D,
  ) => tf.Tensor;
  /** The same for a stack of networks on rows that they share: x is 1×n×d, the others have the networks in front. */
  readonly stackGradient: (
    x: tf.Tensor3D,
    v: tf.Tensor3D,
    w: tf.Tensor3D,
    r: tf.Tensor3D,
  ) => tf.Tensor;
  readonly tanh: (x: tf.Tensor) => tf.Tensor;
  readonly erf: (x: tf.Tensor) => tf.Tensor;
  readonly sin: (x: tf.Tensor) => tf.Tensor;
  readonly sum: (x: tf.Tensor) => tf.Tensor;
  /** All 3×3 neighbourhoods (zero outside) of n×h×w×c: n×h×w×9c, by pad, slice and concat. */
  readonly patches: (x: tf.Tensor4D) => tf.Tensor;
}

/** The operations as the engine uses them, on the backend in use. */
export const engineMachine: Machine = {
  gram: (u) => tf.tidy(() => tf.matMul(u, tf.transpose(u))),
  affineGradient: gradientByFirst,
  stackGradient: gradientByFirst,
  tanh,
  erf,
  sin: (x) => tfOps.sin(x),
  sum: (x) => tf.sum(x),
  patches: (x) =>
    tf.tidy(() => {
      const [n, height, width, channels] = x.shape;
      const padded = tf.pad(x, [
        [0, 0],
        [1, 1],
        [1, 1],
        [0, 0],
      ]);
      const shifts = [0, 1, 2].flatMap((down) => [0, 1, 2].map((right) => [0, down, right, 0]));
      return tf.concat(
        shifts.map((from) => tf.slice(padded, from, [n, height, width, channels])),
        3,
      );
    }),
};

const twoAffineMaps: Parameters<typeof networkOf>[0] = {
  shapes: [],
  draw: () => [],
  apply: (ops, next, x) =>
    [next(), next()].reduce(
      (value, weight) => ops.affine(value, { weight, weightScale: 1, biasScale: 1 }),
      x,
    ),
  kernel: (state) => state,
};

function gradientByFirst<T extends Rows>(x: T, v: T, w: T, r: T): tf.Tensor {
  const network = networkOf(twoAffineMaps, [tf.clone(v), tf.clone(w)]);
  const [byV, byW] = weightGradients<Rows>(network, x, () => r);
  network.dispose();
  byW?.dispose();
  return byV ?? tf.zerosLike(v);
}
