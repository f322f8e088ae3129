import type * as tf from '@tensorflow/tfjs-core';
import { inOrder, type Network } from './network.ts';
import { tape, type Sensitivity, type Taped, type Visit } from './tape.ts';

/** A forward pass that can be run backwards once. */
export interface Recording {
  /** n×K; gone after `sweep` and after `dispose`. */
  readonly outputs: tf.Tensor2D;
  /** The network's parameters as `visit` meets them, in the order of `network.weights`. */
  readonly parameters: readonly Taped[];
  /** How many affine maps of the network have this weight. */
  readonly uses: (weight: Taped) => number;
  /** Runs backwards from the outputs with their sensitivity (K×C×n, or K×C×1 if the same for all rows), consumed. */
  readonly sweep: (sensitivity: Sensitivity, visit: Visit) => void;
  readonly dispose: () => void;
}

/** Runs a network forward on rows x (n×d) and remembers all that a run backwards needs. Call `dispose` when done. */
export function record(network: Network, x: tf.Tensor2D): Recording {
  const { ops, constant, uses, sweep, dispose } = tape();
  const parameters = network.weights.map(constant);
  try {
    const output = network.layer.apply(ops, inOrder(parameters), constant(x));
    return {
      outputs: output.value as tf.Tensor2D,
      parameters,
      uses,
      sweep: (sensitivity, visit) => sweep(output, sensitivity, visit),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
