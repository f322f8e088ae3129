import * as tf from '@tensorflow/tfjs-core';

/** A sum on the backend that grows part by part. */
export interface RunningSum {
  /** Adds what `part` computes, in a tidy. */
  readonly add: (part: () => tf.Tensor) => void;
  /** The sum so far; undefined before the first part. */
  readonly value: () => tf.Tensor | undefined;
  readonly dispose: () => void;
}

/** A sum of nothing yet. */
export function runningSum(): RunningSum {
  let total: tf.Tensor | undefined;
  return {
    add: (part) => {
      const before = total;
      total = tf.tidy(() => (before ? tf.add(before, part()) : part()));
      before?.dispose();
    },
    value: () => total,
    dispose: () => total?.dispose(),
  };
}
