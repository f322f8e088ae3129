import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../math/rng.ts';
import { orderStream } from '../spec/layerOf.ts';
import { startBackend } from './backend/startBackend.ts';
import { epochOrder, miniBatches } from './batches.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const n = 7;

/** Which samples each of the first steps takes, told from x, and whether y goes with them. */
async function taken(
  size: number,
  steps: number,
): Promise<readonly { readonly rows: readonly number[]; readonly fits: boolean }[]> {
  const x = tf.tensor2d(
    Array.from({ length: 2 * n }, (_, p) => p),
    [n, 2],
  );
  const y = tf.tensor2d(
    Array.from({ length: n }, (_, i) => 100 + i),
    [n, 1],
  );
  const source = miniBatches({ x, y }, size, stream(3).fork('batches'));
  const result = [];
  for (let step = 0; step < steps; step++) {
    const samples = source.at(step);
    const rows = [...(await samples.x.data())].filter((_, p) => p % 2 === 0).map((v) => v / 2);
    const targets = [...(await samples.y.data())].map((value) => value - 100);
    result.push({ rows, fits: rows.every((row, k) => row === targets[k]) });
  }
  source.dispose();
  tf.dispose([x, y]);
  return result;
}

describe('mini-batches', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it('go once through all samples in each epoch, in orders that differ, targets with them', async () => {
    const before = tf.memory().numTensors;
    const steps = await taken(3, 9);
    const epochs = [0, 3, 6].map((from) => steps.slice(from, from + 3).flatMap(({ rows }) => rows));

    expect(steps.map(({ rows }) => rows.length)).toEqual([3, 3, 1, 3, 3, 1, 3, 3, 1]);
    expect(steps.every(({ fits }) => fits)).toBe(true);
    for (const epoch of epochs) expect(epoch.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(epochs.map(String)).size).toBe(3);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('are found anew from the step alone', async () => {
    const order = stream(3).fork('batches');
    const steps = await taken(2, 6);

    expect(steps[5]?.rows).toEqual([...epochOrder(order, 1, n).slice(2, 4)]);
  });

  it('keep their published order', () => {
    // Links with mini-batches live for years.
    expect([...epochOrder(orderStream(1), 0, 8)]).toEqual([0, 2, 3, 5, 6, 4, 1, 7]);
    expect([...epochOrder(orderStream(1), 1, 8)]).toEqual([6, 3, 1, 2, 0, 4, 5, 7]);
  });
});
