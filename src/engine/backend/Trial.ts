import type * as tf from '@tensorflow/tfjs-core';
import type { Machine } from './Machine.ts';

/** One operation of the self-test, on inputs that were found to break a backend. */
export interface Trial {
  readonly name: string;
  /** The most error allowed. */
  readonly bound: number;
  readonly run: (machine: Machine) => tf.Tensor;
  /** How far off the result is, measured against float64. */
  readonly error: (result: Float32Array) => number;
}
