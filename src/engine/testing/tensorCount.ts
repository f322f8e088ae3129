import * as tf from '@tensorflow/tfjs-core';

/** How many tensors the backend in use holds: for finding leaks. */
export const tensorCount = (): number => tf.memory().numTensors;
