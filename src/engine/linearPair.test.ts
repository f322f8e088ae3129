import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eigenvalues, eigh } from '../math/eigh.ts';
import {
  frobenius,
  gram,
  matrix,
  scaled,
  subtract,
  transpose,
  type Matrix,
} from '../math/matrix.ts';
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
  rate = 0.01,
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
  await network.advance(steps, rate, () => false);
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

const drifted = (after: Matrix, before: Matrix): number =>
  frobenius(subtract(after, before)) / frobenius(before);

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

describe('two linear layers', () => {
  it('keep their imbalance as they learn, and learn faster with more of it', async () => {
    const [start, even, uneven] = [
      await trained(3, 0),
      await trained(1, 200),
      await trained(3, 200),
    ];

    expect(drifted(uneven.lambda, start.lambda)).toBeLessThan(5e-3);
    expect(uneven.loss).toBeLessThan(even.loss);
    expect(frobenius(start.lambda)).toBeGreaterThan(4 * frobenius((await trained(1, 0)).lambda));
  });

  it('lose it only to the size of the steps, as gradient flow does not', async () => {
    const start = await trained(3, 0);
    const coarse = drifted((await trained(3, 200, 0.01)).lambda, start.lambda);
    const fine = drifted((await trained(3, 800, 0.0025)).lambda, start.lambda);

    expect(coarse / fine).toBeGreaterThan(3.5);
    expect(coarse / fine).toBeLessThan(4.5);
  });

  // Min et al. (2021), theorem 1, with the time of a loss that is a mean over n samples.
  it('learn at least at the pace that the imbalance promises', async () => {
    const { loss: before, lambda } = await trained(3, 0);
    const x = inputs(5, 3);
    const squares = eigenvalues(gram(transpose(x)));
    const c =
      Math.max(0, eigenvalues(lambda)[2]!) + Math.max(0, eigenvalues(scaled(lambda, -1))[1]!);
    const pace = (2 * squares[2]! * c) / 5;
    const best = leastLoss(x, inputs(5, 2));

    for (const steps of [25, 100, 400]) {
      const promised = Math.exp(-pace * 0.01 * steps);

      expect(((await trained(3, steps)).loss - best) / (before - best)).toBeLessThan(promised);
      if (steps === 400) expect(promised).toBeLessThan(0.5);
    }
  });
});

/** min ‖Y − XW‖²/2n over all W: what of Y is outside the span of the columns of X, by its eigenvectors. */
function leastLoss(x: Matrix, y: Matrix): number {
  const { vectors } = eigh(gram(x));
  let rest = 0;
  // The columns of X span the first three eigenvectors of XXᵀ.
  for (let k = x.cols; k < x.rows; k++)
    for (let j = 0; j < y.cols; j++) {
      let share = 0;
      for (let i = 0; i < x.rows; i++)
        share += vectors.data[i * x.rows + k]! * y.data[i * y.cols + j]!;
      rest += share * share;
    }
  return rest / (2 * x.rows);
}
