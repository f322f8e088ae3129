import { matrix, type Matrix } from '../../math/matrix.ts';

/** Indices that put `keys` in ascending order; equal ones stay as they were. */
export const ascending = (keys: ArrayLike<number>): Int32Array =>
  Int32Array.from(Array.from(keys, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!));

/** The rows of `a` at `order`, in that order. */
export function inOrderOf(order: Int32Array, a: Matrix): Matrix {
  const result = matrix(order.length, a.cols);
  order.forEach((from, to) => {
    result.data.set(a.data.subarray(from * a.cols, (from + 1) * a.cols), to * a.cols);
  });
  return result;
}
