import * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '../nn/Layer.ts';
import { trace } from '../nn/trace.ts';
import type { State } from './descent.ts';

/**
 * Whether networks of this layer on d inputs may be stacked: all that they do goes row by row, as in fully connected ones, with
 * or without shortcuts.
 */
export const isStackable = (layer: Layer, inputs: number): boolean =>
  trace(layer, inputs).every(({ op, positions }) => positions === 1 && rowByRow.has(op));

const rowByRow: ReadonlySet<string> = new Set([
  'input',
  'affine',
  'add',
  'subtract',
  'multiply',
  'scale',
  'shift',
  'relu',
  'leakyRelu',
  'step',
  'tanh',
  'erf',
  'exp',
  'expm1',
  'sin',
  'cos',
  'sigmoid',
  'softplus',
]);

/** The states of single networks, which stand at the same step, as that of a stack; new tensors, S in front. */
export function stackOf(states: readonly State[]): State {
  const [first] = states;
  if (!first) throw new Error('a stack has at least one network');
  const joined = (arrayOf: (state: State) => tf.Tensor): tf.Tensor =>
    tf.tidy(() =>
      tf.concat(
        states.map((state) => {
          const { shape } = arrayOf(state);
          return tf.reshape(arrayOf(state), [
            1,
            shape.length > 1 ? shape[0] : 1,
            shape.at(-1) ?? 1,
          ]);
        }),
        0,
      ),
    );
  return mapped(first, (_, find) => joined(find));
}

/** Some of a stack's networks, by their places, as a stack of their own; new tensors. */
export const someOf = (stack: State, places: readonly number[]): State =>
  mapped(stack, (array) => tf.tidy(() => tf.gather(array, tf.tensor1d([...places], 'int32'))));

/** One of a stack's networks by itself, with arrays of the layer's own shapes; new tensors. */
export const singleOf = (layer: Layer, stack: State, place: number): State =>
  mapped(stack, (array, _, parameter) =>
    tf.tidy(() =>
      tf.reshape(tf.slice(array, [place, 0, 0], [1, -1, -1]), [...layer.shapes[parameter]!.shape]),
    ),
  );

/** The same tensors once more, under names of their own. */
export const cloned = (state: State): State => mapped(state, (array) => tf.clone(array));

/** Gives a state's tensors back. */
export const discardState = ({ weights, memory }: State): void =>
  tf.dispose([...weights, ...memory.flat()]);

/** A state whose arrays are made from those of another; `find` finds the array at the same spot in others, `parameter` is its weight's. */
const mapped = (
  { weights, memory, step }: State,
  make: (array: tf.Tensor, find: (other: State) => tf.Tensor, parameter: number) => tf.Tensor,
): State => ({
  weights: weights.map((weight, p) => make(weight, (other) => other.weights[p]!, p)),
  memory: memory.map((arrays, p) =>
    arrays.map((array, k) => make(array, (other) => other.memory[p]![k]!, p)),
  ),
  step,
});
