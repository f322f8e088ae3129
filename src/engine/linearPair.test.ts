import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { frobenius, gram, matrix, subtract, transpose, type Matrix } from '../math/matrix.ts';
import { startBackend } from './backend/startBackend.ts';
import { upload } from './network.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { tensorOf } from './testing/onBackend.ts';
import { trainer } from './training.ts';

const settings = { net: 'linear2', scaling: 'standard', sw2: 1, 'net.width': 12 };

/** Loss and UᵀU − VVᵀ (h×h) after so many steps of descent. */
async function trained(
  imbalance: number,
  steps: number,
): Promise<{ loss: number; lambda: Matrix }> {
  const { layer, parameters } = drawn(
    { ...settings, 'net.imbalance': imbalance },
    { inputs: 3, outputs: 2 },
  );
  const [x, y] = [inputs(5, 3), inputs(5, 2)];
  const [rows, targets] = [tensorOf(x), tensorOf(y)];
  const network = trainer(upload(layer, parameters), {
    x: rows,
    xTest: rows,
    y: targets,
    dispose: () => undefined,
  });
  await network.advance(steps, 0.01, () => false);
  const { f } = await network.outputs();
  const [u, v] = (await Promise.all(
    network.network().weights.map(async (weight) => {
      const [fanIn = 1, fanOut = 1] = weight.shape;
      return matrix(fanIn, fanOut, Float64Array.from(await weight.data()));
    }),
  )) as [Matrix, Matrix];
  network.dispose();
  tf.dispose([rows, targets]);
  const loss = f.data.reduce((sum, value, at) => sum + (value - y.data[at]!) ** 2, 0) / 10;
  return { loss, lambda: subtract(gram(transpose(u)), gram(v)) };
}

describe('two linear layers', () => {
  it('keep their imbalance as they learn, and learn faster with more of it', async () => {
    await startBackend(nodeEnvironment, 'wasm');
    const [start, even, uneven] = [
      await trained(3, 0),
      await trained(1, 200),
      await trained(3, 200),
    ];
    const drift = frobenius(subtract(uneven.lambda, start.lambda)) / frobenius(start.lambda);

    expect(drift).toBeLessThan(5e-3);
    expect(uneven.loss).toBeLessThan(even.loss);
    expect(frobenius(start.lambda)).toBeGreaterThan(4 * frobenius((await trained(1, 0)).lambda));
  });
});
