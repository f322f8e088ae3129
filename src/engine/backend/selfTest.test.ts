import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { engineMachine, type Machine } from './Machine.ts';
import { selfTest } from './selfTest.ts';
import { startBackend } from './startBackend.ts';

/** What tfjs 4.22 has been seen to do, or might, in the place of one operation. */
const wrongs: readonly (readonly [wrong: string, failing: string, Partial<Machine>])[] = [
  [
    'a Gram matrix that reads four columns along the wrong axis',
    'Gram matrix 32×4096',
    {
      gram: (u) =>
        tf.tidy(() => {
          const [rows, cols] = u.shape;
          return tf.matMul(
            u,
            tf.transpose(
              tf.concat([tf.slice(u, [0, 4], [rows, cols - 4]), tf.slice(u, [0, 0], [rows, 4])], 1),
            ),
          );
        }),
    },
  ],
  [
    'a Gram matrix with one entry off by a thousandth',
    'Gram matrix 32×4096',
    {
      gram: (u) =>
        tf.tidy(() => {
          const bump = tf.pad(tf.fill([1, 1], 0.4), [
            [3, 28],
            [5, 26],
          ]);
          return tf.add(engineMachine.gram(u), bump);
        }),
    },
  ],
  [
    'half the width left out of a gradient',
    'affine gradient at width 2048',
    {
      affineGradient: (x, v, w, r) =>
        tf.tidy(() =>
          engineMachine.affineGradient(
            x,
            v,
            w,
            tf.concat([tf.slice(r, [0, 0], [36, 1024]), tf.zeros([36, 1024])], 1),
          ),
        ),
    },
  ],
  [
    'every network of a stack taken for the first',
    'gradients of three networks at once',
    {
      stackGradient: (x, v, w, r) =>
        tf.tidy(() => {
          const first = (stack: tf.Tensor3D): tf.Tensor3D =>
            tf.tile(tf.slice(stack, [0, 0, 0], [1, -1, -1]), [3, 1, 1]);
          return engineMachine.stackGradient(x, first(v), first(w), first(r));
        }),
    },
  ],
  [
    'tanh by exponentials in float32',
    'tanh near 0',
    {
      tanh: (x) =>
        tf.tidy(() => {
          const e = tf.exp(tf.mul(tf.abs(x), -2));
          return tf.mul(tf.sign(x), tf.div(tf.sub(1, e), tf.add(1, e)));
        }),
    },
  ],
  ['erf in place of tanh', 'tanh near 0', { tanh: engineMachine.erf }],
  [
    'erf without its second digit',
    'erf near 0',
    { erf: (x) => tf.tidy(() => tf.mul(tf.erf(x), 1.01)) },
  ],
  [
    'sine as a graphics device has it, off by 2e-4',
    'sin near 0',
    { sin: (x) => tf.tidy(() => tf.add(tf.sin(x), 2e-4)) },
  ],
  [
    'a sum without its last entry',
    'sum of 65,536',
    { sum: (x) => tf.tidy(() => tf.sum(tf.slice(x, 0, x.size - 8))) },
  ],
  [
    'stale buffers in patches',
    'patches 3×3',
    { patches: (x) => tf.tidy(() => tf.tile(x, [1, 1, 1, 9])) },
  ],
  [
    'an operation that throws',
    'patches 3×3',
    {
      patches: () => {
        throw new Error('kernel not registered');
      },
    },
  ],
  ['not a number', 'sum of 65,536', { sum: () => tf.scalar(NaN) }],
  [
    'the wrong number of entries',
    'Gram matrix 32×4096',
    { gram: (u) => tf.tidy(() => tf.slice(u, [0, 0], [2, 2])) },
  ],
];

describe.each(['wasm', 'cpu'] as const)('the self-test on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it('passes with room to spare, and leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    const checks = await selfTest();

    for (const { name, passed, error, bound } of checks) {
      expect(passed, name).toBe(true);
      expect(error, name).toBeLessThanOrEqual(bound / 2);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each(wrongs)('notices %s', async (_, failing, wrong) => {
    const before = tf.memory().numTensors;
    const checks = await selfTest({ ...engineMachine, ...wrong });

    expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual([failing]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
