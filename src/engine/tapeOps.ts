import * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../nn/Ops.ts';
import { expOfNegative } from './ops/expOfNegative.ts';
import { tfOps } from './ops/tfOps.ts';
import type { AffineSite, Sensitivity, Taped } from './tape.ts';
import { tapePositionOps } from './tapePositionOps.ts';

/** The sensitivity of an input from that of the output, a tensor of its own; called in a tidy. */
export type Pull = (of: Sensitivity) => tf.Tensor;

/** Puts a computed value on the tape, with the way back to each of its inputs. */
export type Record = (
  value: tf.Tensor,
  inputs: readonly (readonly [input: Taped, pull: Pull])[],
  site?: AffineSite,
) => Taped;

/** A network's operations, computed by tfOps and recorded with their derivatives. */
export function tapeOps(record: Record): Ops<Taped> {
  /** y = φ(a) entry by entry; `slope` gives φ' from a and y, features×1×n. */
  const entrywise = (a: Taped, value: tf.Tensor, slope: (y: Taped) => tf.Tensor): Taped => {
    const output: Taped = record(value, [[a, (of) => tf.mul(of, slope(output))]]);
    return output;
  };
  return {
    ...tapePositionOps(record),
    add: (a, b) =>
      record(tfOps.add(a.value, b.value), [
        [a, same],
        [b, same],
      ]),
    subtract: (a, b) =>
      record(tfOps.subtract(a.value, b.value), [
        [a, same],
        [b, tf.neg],
      ]),
    multiply: (a, b) =>
      record(tfOps.multiply(a.value, b.value), [
        [a, (of) => tf.mul(of, local(b))],
        [b, (of) => tf.mul(of, local(a))],
      ]),
    scale: (a, factor) => record(tfOps.scale(a.value, factor), [[a, (of) => tf.mul(of, factor)]]),
    shift: (a, c) => record(tfOps.shift(a.value, c), [[a, same]]),
    relu: (a) => entrywise(a, tfOps.relu(a.value), (y) => tf.step(local(y))),
    leakyRelu: (a, slope) =>
      entrywise(a, tfOps.leakyRelu(a.value, slope), () =>
        tf.add(tf.mul(tf.step(local(a)), 1 - slope), slope),
      ),
    step: (a) => record(tfOps.step(a.value), []),
    tanh: (a) => entrywise(a, tfOps.tanh(a.value), (y) => tf.sub(1, tf.square(local(y)))),
    erf: (a) =>
      entrywise(a, tfOps.erf(a.value), () =>
        tf.mul(expOfNegative(tf.square(local(a))), 2 / Math.sqrt(Math.PI)),
      ),
    exp: (a) => entrywise(a, tfOps.exp(a.value), local),
    expm1: (a) => entrywise(a, tfOps.expm1(a.value), (y) => tf.add(local(y), 1)),
    sin: (a) => entrywise(a, tfOps.sin(a.value), () => tf.cos(local(a))),
    cos: (a) => entrywise(a, tfOps.cos(a.value), () => tf.neg(tf.sin(local(a)))),
    sigmoid: (a) =>
      entrywise(a, tfOps.sigmoid(a.value), (y) => tf.mul(local(y), tf.sigmoid(tf.neg(local(a))))),
    softplus: (a) => entrywise(a, tfOps.softplus(a.value), () => tf.sigmoid(local(a))),
    affine: (input, weights) => {
      const { weight, bias, weightScale, biasScale } = weights;
      const value = tfOps.affine(input.value, {
        weight: weight.value,
        ...(bias && { bias: bias.value }),
        weightScale,
        biasScale,
      });
      const pull: Pull = (of) => throughWeights(weight.value, weightScale, of);
      return record(value, [[input, pull]], { input, weights });
    },
  };
}

/** A value as sensitivities meet it: features×1×n, or S×features×n of a stack. */
const local = (a: Taped): tf.Tensor =>
  a.value.rank === 3 ? a.flipped() : tf.expandDims(a.flipped(), 1);

const same: Pull = (of) => tf.clone(of);

/**
 * weightScale·W·δ: in×C×n from out×C×n, or S×in×n from S×out×n. δ is scaled first, into a tensor of its own: the WASM backend (tfjs 4.22) packs a right
 * factor once for all products with it, and takes the packed one even where it was reshaped in between.
 */
function throughWeights(weight: tf.Tensor, weightScale: number, of: Sensitivity): tf.Tensor {
  const scaled = tf.mul(of, weightScale);
  if (weight.rank === 3) return tf.matMul(weight, scaled);
  const [features, quantities, rows] = of.shape;
  const flat = tf.matMul(weight, tf.reshape(scaled, [features, quantities * rows]));
  return tf.reshape(flat, [-1, quantities, rows]);
}
