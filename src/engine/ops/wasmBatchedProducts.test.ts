import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { product, type Matrix } from '../../math/matrix.ts';
import { startBackend } from '../backend/startBackend.ts';
import { uniforms } from '../backend/uniforms.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { relativeError } from '../testing/relativeError.ts';
import { useFastBatchedProducts } from './wasmBatchedProducts.ts';

const matrices = (name: string, count: number, rows: number, cols: number): readonly Matrix[] =>
  Array.from({ length: count }, (_, place) => uniforms(`${name} ${place}`, rows, cols));

const stackOf = (all: readonly Matrix[]): tf.Tensor3D =>
  tf.tensor3d(
    all.flatMap(({ data }) => [...data]),
    [all.length, all[0]!.rows, all[0]!.cols],
  );

/** The largest relative error among products of two stacks, one of which may be of one. */
async function errorOf(a: readonly Matrix[], b: readonly Matrix[]): Promise<number> {
  const got = tf.tidy(() => tf.matMul(stackOf(a), stackOf(b)));
  const values = await got.data();
  got.dispose();
  const size = a[0]!.rows * b[0]!.cols;
  const errors = Array.from({ length: Math.max(a.length, b.length) }, (_, place) => {
    const want = product(a[place % a.length]!, b[place % b.length]!);
    const data = Float64Array.from(values.subarray(place * size, (place + 1) * size));
    return relativeError({ ...want, data }, want);
  });
  return Math.max(...errors);
}

describe('products of stacks in WASM', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it.each([
    [2, 2, 3, 4, 5],
    [5, 5, 17, 33, 9],
    [3, 3, 1, 8, 8],
    [3, 3, 8, 1, 8],
    [3, 3, 8, 8, 1],
    [1, 4, 7, 5, 6],
    [4, 1, 7, 5, 6],
    [64, 64, 4, 4, 4],
  ])('are those of each pair: %i and %i of %i×%i and ×%i', async (s, t, m, k, p) => {
    expect(await errorOf(matrices('a', s, m, k), matrices('b', t, k, p))).toBeLessThan(1e-6);
  });

  it('keep nothing of factors that have changed, and leave no tensors', async () => {
    const before = tf.memory().numTensors;
    for (const turn of ['one', 'two', 'three'])
      expect(
        await errorOf(matrices(`a ${turn}`, 3, 6, 6), matrices(`b ${turn}`, 3, 6, 6)),
      ).toBeLessThan(1e-6);

    expect(tf.memory().numTensors).toBe(before);
  });

  it('are right in memory that grows meanwhile', async () => {
    const large = tf.zeros([2 ** 24]);
    expect(await errorOf(matrices('a', 2, 40, 40), matrices('b', 2, 40, 40))).toBeLessThan(1e-6);
    large.dispose();
  });

  it('leave transposed factors to tfjs, and are put in place once', async () => {
    const kernel = tf.getKernel('BatchMatMul', 'wasm').kernelFunc;
    useFastBatchedProducts();
    const [a, b] = [matrices('a', 2, 3, 4), matrices('b', 2, 5, 4)];
    const got = tf.tidy(() => tf.matMul(stackOf(a), stackOf(b), false, true));
    const values = await got.data();
    got.dispose();

    expect(tf.getKernel('BatchMatMul', 'wasm').kernelFunc).toBe(kernel);
    // Row 1 of the second left factor by row 2 of the second right one.
    const want = a[1]!.data.slice(4, 8).reduce((sum, x, k) => sum + x * b[1]!.data[8 + k]!, 0);
    expect(values[15 + 5 + 2]).toBeCloseTo(want, 6);
  });
});
