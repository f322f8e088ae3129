import * as tf from '@tensorflow/tfjs-core';
import type { AffineWeights, Ops } from '../nn/Ops.ts';
import { flipped } from './ops/flipped.ts';
import { tapeOps, type Pull } from './tapeOps.ts';

/**
 * Derivatives of C quantities by a value of n×features, flipped: features×C×n, or features×C×1 where they are the same for
 * every row. Flipped, no weight matrix has to be transposed on the way back, and Gram matrices are plain products.
 * In a stack of S networks, derivatives of one quantity for each of them: S×features×n.
 */
export type Sensitivity = tf.Tensor3D;

/**
 * A value that a tape knows: n×features, or a parameter. In a stack of S networks all of these have rank 3, with S or 1 (the same
 * for all) in front and biases as S×1×features.
 */
export interface Taped {
  readonly value: tf.Tensor;
  /** Where on the tape it was computed; −1 for what does not depend on any parameter. */
  readonly place: number;
  /** The transposed value, computed once; it belongs to the tape. */
  readonly flipped: () => tf.Tensor;
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
  /** How many affine maps took this weight so far. */
  readonly uses: (weight: Taped) => number;
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
  const uses = new Map<Taped, number>();
  const ops = tapeOps((value, inputs, site) => {
    if (site) uses.set(site.weights.weight, (uses.get(site.weights.weight) ?? 0) + 1);
    const live = inputs.filter(([input]) => input.place >= 0);
    if (live.length === 0 && !site) return constant(hold(value, -1, true));
    const output = hold(value, entries.length, true);
    entries.push({ output, inputs: live, ...(site && { site }) });
    return output;
  });
  return {
    ops,
    constant: (value) => constant(hold(value, -1, false)),
    uses: (weight) => uses.get(weight) ?? 0,
    sweep: (output, sensitivity, visit) => sweep(entries, output, sensitivity, visit),
    dispose: () => {
      for (const { output } of entries.splice(0)) output.release();
      for (const held of constants.splice(0)) held.release();
    },
  };
}

function hold(value: tf.Tensor, place: number, owned: boolean): Held {
  let flip: tf.Tensor | undefined;
  return {
    value,
    place,
    flipped: () => (flip ??= tf.keep(flipped(value))),
    release: () => {
      flip?.dispose();
      flip = undefined;
      if (owned) value.dispose();
    },
  };
}

function sweep(entries: Entry[], output: Taped, sensitivity: Sensitivity, visit: Visit): void {
  const pending = new Map([[output.place, sensitivity]]);
  try {
    for (let entry = entries.pop(); entry; entry = entries.pop()) {
      try {
        passBack(entry, pending, visit);
      } finally {
        entry.output.release();
      }
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
