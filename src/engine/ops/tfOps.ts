import * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../../nn/Ops.ts';
import { erf } from './erf.ts';
import { leakyRelu } from './leakyRelu.ts';
import { positionOps } from './positionOps.ts';
import { tanh } from './tanh.ts';

/**
 * A network's operations on tfjs tensors of rank 2, or on stacks of them. Every result is a tensor of its own, to be disposed by whoever asked
 * for it. Products are taken without transpose flags: those are up to eight times slower in WASM, and wrong in WebGPU
 * with tfjs 4.22's default program.
 */
export const tfOps: Ops<tf.Tensor> = {
  ...positionOps,
  add: (a, b) => tf.add(a, b),
  subtract: (a, b) => tf.sub(a, b),
  multiply: (a, b) => tf.mul(a, b),
  scale: (a, factor) => tf.tidy(() => tf.mul(a, factor)),
  shift: (a, c) => tf.tidy(() => tf.add(a, c)),
  relu: (a) => tf.relu(a),
  leakyRelu,
  step: (a) => tf.step(a),
  tanh,
  erf,
  exp: (a) => tf.exp(a),
  expm1: (a) => tf.expm1(a),
  sin: (a) => tf.sin(a),
  cos: (a) => tf.cos(a),
  sigmoid: (a) => tf.sigmoid(a),
  softplus: (a) => tf.softplus(a),
  affine: (x, { weight, bias, weightScale, biasScale }) =>
    tf.tidy(() => {
      const z = times(tf.matMul(x, weight), weightScale);
      return bias ? tf.add(z, times(bias, biasScale)) : z;
    }),
};

const times = (a: tf.Tensor, factor: number): tf.Tensor => (factor === 1 ? a : tf.mul(a, factor));
