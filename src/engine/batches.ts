import * as tf from '@tensorflow/tfjs-core';
import { permutation, type Stream } from '../math/rng.ts';

/** The samples that one step looks at. */
export interface StepSamples {
  /** rows×d and rows×K; they stay their source's. */
  readonly x: tf.Tensor2D;
  readonly y: tf.Tensor2D;
}

/** Hands out the samples of each step; call `dispose` when done. */
export interface StepSource {
  /** Those of step `step` (from 0), good until the next call. */
  readonly at: (step: number) => StepSamples;
  readonly dispose: () => void;
}

/** Step and epoch: the same for all networks and however training is cut into pieces. */
interface Place {
  readonly epoch: number;
  readonly from: number;
  readonly rows: number;
}

/** All samples in every step. */
export const allSamples = (samples: StepSamples): StepSource => ({
  at: () => samples,
  dispose: () => undefined,
});

/**
 * Mini-batches of `size` rows: each epoch goes once through all samples in an order of its own, the last batch of an epoch
 * being what is left. Rows are gathered on the backend, once an epoch.
 */
export function miniBatches(samples: StepSamples, size: number, order: Stream): StepSource {
  const [n] = samples.x.shape;
  let shuffled: (StepSamples & { readonly epoch: number }) | undefined;
  let current: StepSamples | undefined;
  const letGo = (held: StepSamples | undefined): void => {
    if (held) tf.dispose([held.x, held.y]);
  };
  return {
    at: (step) => {
      const { epoch, from, rows } = placeOf(step, n, size);
      if (shuffled?.epoch !== epoch) {
        letGo(shuffled);
        shuffled = { epoch, ...gathered(samples, epochOrder(order, epoch, n)) };
      }
      letGo(current);
      const { x, y } = shuffled;
      current = { x: tf.slice(x, [from, 0], [rows, -1]), y: tf.slice(y, [from, 0], [rows, -1]) };
      return current;
    },
    dispose: () => {
      letGo(current);
      letGo(shuffled);
      current = undefined;
      shuffled = undefined;
    },
  };
}

/** The order in which epoch `epoch` (from 0) takes n samples. */
export const epochOrder = (order: Stream, epoch: number, n: number): Int32Array =>
  permutation(order.fork(String(epoch)), n);

function placeOf(step: number, n: number, size: number): Place {
  const perEpoch = Math.ceil(n / size);
  const from = (step % perEpoch) * size;
  return { epoch: Math.floor(step / perEpoch), from, rows: Math.min(size, n - from) };
}

const gathered = ({ x, y }: StepSamples, order: Int32Array): StepSamples =>
  tf.tidy(() => {
    const rows = tf.tensor1d(order, 'int32');
    return { x: tf.gather(x, rows), y: tf.gather(y, rows) };
  });
