import type * as tf from '@tensorflow/tfjs-core';
import { inOrder, type Network, type Rows } from './network.ts';
import { tape, type Sensitivity, type Taped, type Visit } from './tape.ts';

/** A forward pass that can be run backwards once. */
export interface Recording<T extends Rows = tf.Tensor2D> {
  /** n×K, or S×n×K of a stack; gone after `sweep` and after `dispose`. */
  readonly outputs: T;
  /** The network's parameters as `visit` meets them, in the order of `network.weights`. */
  readonly parameters: readonly Taped[];
  /** How many affine maps of the network have this weight. */
  readonly uses: (weight: Taped) => number;
  /** Runs backwards from the outputs with their sensitivity (K×C×n, or K×C×1 if the same for all rows; S×K×n of a stack), consumed. */
  readonly sweep: (sensitivity: Sensitivity, visit: Visit) => void;
  readonly dispose: () => void;
}

/** Runs a network forward on rows x (n×d), or a stack on 1×n×d, and remembers all that a run backwards needs. Call `dispose` when done. */
export function record<T extends Rows>(network: Network, x: T): Recording<T> {
  const { ops, constant, uses, sweep, dispose } = tape();
  const parameters = network.weights.map(constant);
  try {
    const output = network.layer.apply(ops, inOrder(parameters), constant(x));
    return {
      outputs: output.value as T,
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
