import * as tf from '@tensorflow/tfjs-core';
import type { Padding } from '../../nn/Window.ts';

/**
 * A tensor moved along one axis: entry p of the result is entry p + offset, taken from the other side or as zero where there is
 * none. By slices, which every backend has; with −offset it is its own adjoint.
 */
export function shifted(a: tf.Tensor, axis: number, offset: number, padding: Padding): tf.Tensor {
  const length = a.shape[axis] ?? 1;
  const part = (from: number, to: number): tf.Tensor => {
    const begin = a.shape.map((_, at) => (at === axis ? from : 0));
    const size = a.shape.map((all, at) => (at === axis ? to - from : all));
    return tf.slice(a, begin, size);
  };
  if (padding === 'circular') {
    const from = ((offset % length) + length) % length;
    return from === 0 ? a : tf.concat([part(from, length), part(0, from)], axis);
  }
  if (offset === 0) return a;
  if (Math.abs(offset) >= length) return tf.zerosLike(a);
  const zeros = (count: number): tf.Tensor =>
    tf.zeros(a.shape.map((all, at) => (at === axis ? count : all)));
  return offset > 0
    ? tf.concat([part(offset, length), zeros(offset)], axis)
    : tf.concat([zeros(-offset), part(0, length + offset)], axis);
}
