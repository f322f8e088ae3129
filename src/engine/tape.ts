import * as tf from '@tensorflow/tfjs-core';
import type { AffineWeights, Ops } from '../nn/Ops.ts';
import { expOfNegative } from './ops/expOfNegative.ts';
import { tfOps } from './ops/tfOps.ts';

/**
 * Derivatives of C quantities by a value of n×features, flipped: features×C×n, or features×C×1 where they are the same for
 * every row. Flipped, no weight matrix has to be transposed on the way back, and Gram matrices are plain products.
 */
export type Sensitivity = tf.Tensor3D;

/** A value that a tape knows: n×features, or a parameter. */
export interface Taped {
  readonly value: tf.Tensor;
  /** Where on the tape it was computed; −1 for what does not depend on any parameter. */
  readonly place: number;
  /** The transposed value, computed once; it belongs to the tape. */
  readonly flipped: () => tf.Tensor2D;
}

/** One use of an affine map: what went in, and what it was made of. */
export interface AffineSite {
  readonly input: Taped;
  readonly weights: AffineWeights<Taped>;
}

/** Is shown an affine map and the sensitivity of its output; both are gone once it returns. */
export type Visit = (site: AffineSite, sensitivity: Sensitivity) => void;

/**
 * An interpreter of networks that remembers what it computed, for one run backwards (reverse-mode differentiation). It
 * stands in for the gradients of tfjs 4.22, which are slow in WASM, wrong in WebGPU for wide layers, and keep every
 * layer until the last is done.
 */
export interface Tape {
  readonly ops: Ops<Taped>;
  /** Takes in a value that stays the caller's. */
  readonly constant: (value: tf.Tensor) => Taped;
  /**
   * Runs backwards from `output`, whose sensitivity it consumes, and shows `visit` every affine map, last first. What has
   * been passed is disposed of at once, `output` included.
   */
  readonly sweep: (output: Taped, sensitivity: Sensitivity, visit: Visit) => void;
  /** Frees whatever is left. */
  readonly dispose: () => void;
}

interface Held extends Taped {
  readonly release: () => void;
}

type Pull = (of: Sensitivity) => tf.Tensor;

interface Entry {
  readonly output: Held;
  readonly inputs: readonly (readonly [input: Taped, pull: Pull])[];
  readonly site?: AffineSite;
}

/** An empty tape. */
export function tape(): Tape {
  const entries: Entry[] = [];
  const constants: Held[] = [];

  const constant = (held: Held): Taped => {
    constants.push(held);
    return held;
  };
  const record = (value: tf.Tensor, inputs: Entry['inputs'], site?: AffineSite): Taped => {
    const live = inputs.filter(([input]) => input.place >= 0);
    if (live.length === 0 && !site) return constant(hold(value, -1, true));
    const output = hold(value, entries.length, true);
    entries.push({ output, inputs: live, ...(site && { site }) });
    return output;
  };
  /** y = φ(a) entry by entry; `slope` gives φ' from a and y, features×1×n, in a tidy of its own. */
  const entrywise = (a: Taped, value: tf.Tensor, slope: (y: Taped) => tf.Tensor): Taped => {
    const output: Taped = record(value, [[a, (of) => tf.mul(of, slope(output))]]);
    return output;
  };

  const ops: Ops<Taped> = {
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

  return {
    ops,
    constant: (value) => constant(hold(value, -1, false)),
    sweep: (output, sensitivity, visit) => sweep(entries, output, sensitivity, visit),
    dispose: () =>
      [...entries.splice(0).map((entry) => entry.output), ...constants.splice(0)].forEach((held) =>
        held.release(),
      ),
  };
}

function hold(value: tf.Tensor, place: number, owned: boolean): Held {
  let flip: tf.Tensor2D | undefined;
  return {
    value,
    place,
    flipped: () => (flip ??= tf.keep(tf.transpose(value as tf.Tensor2D))),
    release: () => {
      flip?.dispose();
      flip = undefined;
      if (owned) value.dispose();
    },
  };
}

/** A value as sensitivities meet it: features×1×n. */
const local = (a: Taped): tf.Tensor => tf.expandDims(a.flipped(), 1);

const same: Pull = (of) => tf.clone(of);

/**
 * weightScale·W·δ: in×C×n from out×C×n. δ is scaled first, into a tensor of its own: the WASM backend (tfjs 4.22) packs a right
 * factor once for all products with it, and takes the packed one even where it was reshaped in between.
 */
function throughWeights(weight: tf.Tensor, weightScale: number, of: Sensitivity): tf.Tensor {
  const [features, quantities, rows] = of.shape;
  const scaled = tf.mul(of, weightScale);
  const flat = tf.matMul(weight, tf.reshape(scaled, [features, quantities * rows]));
  return tf.reshape(flat, [-1, quantities, rows]);
}

function sweep(entries: Entry[], output: Taped, sensitivity: Sensitivity, visit: Visit): void {
  const pending = new Map([[output.place, sensitivity]]);
  try {
    for (let entry = entries.pop(); entry; entry = entries.pop()) {
      passBack(entry, pending, visit);
      entry.output.release();
    }
  } finally {
    tf.dispose([...pending.values()]);
  }
}

/** Hands an entry's sensitivity, if it has one, on to its inputs. */
function passBack(entry: Entry, pending: Map<number, Sensitivity>, visit: Visit): void {
  const of = pending.get(entry.output.place);
  if (!of) return;
  if (entry.site) visit(entry.site, of);
  for (const [input, pull] of entry.inputs) {
    const before = pending.get(input.place);
    const total = tf.tidy(() => (before ? tf.add(before, pull(of)) : pull(of)));
    before?.dispose();
    pending.set(input.place, total as Sensitivity);
  }
  pending.delete(entry.output.place);
  of.dispose();
}
