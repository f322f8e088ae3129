import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eigenvalues, eigh } from '../../math/eigh.ts';
import { matrix, product, symmetrized, transpose, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { largestGaussNewton } from '../../nn/dynamics/gaussNewton.ts';
import { topOutputs } from '../../nn/dynamics/topOutputs.ts';
import type { Parameter } from '../../nn/Parameter.ts';
import type { Settings } from '../../nn/Settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { upload } from '../network.ts';
import { fullNtk64, jacobian, outputs64 } from '../testing/jacobian.ts';
import { armOf, drawn, inputs, type Drawn } from '../testing/networkOfArm.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { uploadBatch } from '../training.ts';
import { ratesOf, ruleOf, type TrainingRule } from '../trainingRule.ts';
import { sharpness } from './sharpness.ts';

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

const n = 5;
const d = 3;
const x = inputs(n, d);

function targets(k: number, classes: boolean): Matrix {
  const values = normals(stream('targets'), n * k).map(Math.fround);
  if (!classes) return matrix(n, k, values);
  return matrix(
    n,
    k,
    k === 1
      ? values.map(Math.sign)
      : values.map((_, p) => Math.fround((p % k === Math.floor(p / k) % k ? 1 : 0) - 1 / k)),
  );
}

/** What training makes small, in float64: the loss over α², and decay. */
function objective(
  { layer }: Drawn,
  rule: TrainingRule,
  y: Matrix,
): (parameters: readonly Parameter[]) => number {
  return (parameters) => {
    const squares = parameters.reduce(
      (sum, { values }) => sum + values.reduce((all, w) => all + w * w, 0),
      0,
    );
    const loss = rule.loss.value(outputs64(layer, parameters, x), y) / rule.outputScale ** 2;
    return loss + (rule.decay / 2) * squares;
  };
}

/** √r·H·√r of all numbers by second differences of the objective alone. */
function hessian(network: Drawn, rule: TrainingRule, y: Matrix): Matrix {
  const { layer, parameters } = network;
  const rates = ratesOf(layer, d, rule.outputScale).flatMap((rate, place) =>
    Array.from(parameters[place]!.values, () => Math.sqrt(rate)),
  );
  const of = objective(network, rule, y);
  const eps = 3e-4;
  const at = (moves: readonly (readonly [number, number])[]): number => {
    let from = 0;
    return of(
      parameters.map((parameter) => {
        const values = parameter.values.slice();
        for (const [index, by] of moves)
          if (index >= from && index < from + values.length) values[index - from]! += by;
        from += values.length;
        return { ...parameter, values };
      }),
    );
  };
  const count = rates.length;
  const result = matrix(count, count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      const second =
        (at([
          [i, eps],
          [j, eps],
        ]) -
          at([
            [i, eps],
            [j, -eps],
          ]) -
          at([
            [i, -eps],
            [j, eps],
          ]) +
          at([
            [i, -eps],
            [j, -eps],
          ])) /
        (4 * eps * eps);
      result.data[i * count + j] = rates[i]! * rates[j]! * second;
      result.data[j * count + i] = result.data[i * count + j]!;
    }
  }
  return result;
}

const cases: readonly (readonly [string, Settings, number])[] = [
  ['squares', {}, 1],
  ['the sum of squares of several outputs', { loss: 'mse-sum' }, 2],
  ['softmax', { loss: 'softmax' }, 3],
  ['logistic', { loss: 'logistic' }, 1],
  ['an output scale', { outscale: 3 }, 1],
  ['rates by layer', { scaling: 'standard', 'rate.layers': true }, 1],
  ['weight decay', { decay: 0.3 }, 1],
  ['a rectifier', { act: 'relu' }, 1],
  ['a readout alone', { 'net.train': 'readout' }, 1],
];

describe.each(cases)('the sharpness with %s', (_, values, k) => {
  const settings = { 'net.width': 4, 'net.depth': 2, act: 'tanh', ...values };
  const rule = ruleOf(armOf(settings), 1);
  const network = drawn(settings, { inputs: d, outputs: k });
  const y = targets(k, !rule.loss.isSquare);

  const theta = fullNtk64(network.layer, network.parameters, x);
  // Eigenvectors are columns of output-major rows.
  const { vectors } = eigh(theta);
  const eigenvector = (rank: number): Matrix =>
    matrix(
      n,
      k,
      Float64Array.from({ length: n * k }, (__, p) => {
        const row = (p % k) * n + Math.floor(p / k);
        return vectors.data[row * n * k + rank - 1]!;
      }),
    );

  it.each([
    ['the first eigenvector of the kernel', topOutputs(theta, n, k)],
    ['another one', eigenvector(2)],
  ])('is the largest eigenvalue of the Hessian, found from %s', async (__, top) => {
    const before = tf.memory().numTensors;
    const samples = { x, y, xTest: x, yTest: y, order: '', standardization: '' };
    const batch = uploadBatch(samples);
    const onBackend = upload(network.layer, network.parameters);
    const found = await sharpness(
      { batch, samples, breathe: () => Promise.resolve(), owned: new Set() },
      rule,
      onBackend,
      top,
    );
    batch.dispose();
    onBackend.dispose();
    const [largest = NaN] = eigenvalues(hessian(network, rule, y));

    expect(Math.abs(found!.value / largest - 1)).toBeLessThan(0.01);
    // The iteration may not have ended, but it knows how well it knows.
    expect(Math.abs(found!.value - largest)).toBeLessThan(found!.residual + 0.005 * largest);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('has a Gauss–Newton part that is Jᵀℓ″J', async () => {
    const { layer, parameters } = network;
    const f = outputs64(layer, parameters, x);
    const j = jacobian(layer, parameters, x);
    const eps = 1e-4;
    // Rows of the Jacobian are output-major.
    const second = matrix(n * k, n * k);
    const moved = (moves: readonly (readonly [number, number])[]): number => {
      const data = f.data.slice();
      for (const [p, by] of moves) data[(p % n) * k + Math.floor(p / n)]! += by;
      return rule.loss.value(matrix(n, k, data), y);
    };
    for (let p = 0; p < n * k; p++)
      for (let q = 0; q < n * k; q++)
        second.data[p * n * k + q] =
          (moved([
            [p, eps],
            [q, eps],
          ]) -
            moved([
              [p, eps],
              [q, -eps],
            ]) -
            moved([
              [p, -eps],
              [q, eps],
            ]) +
            moved([
              [p, -eps],
              [q, -eps],
            ])) /
          (4 * eps * eps);
    const part = product(transpose(j), product(second, j));
    const [largest = NaN] = eigenvalues(symmetrized(part));

    const found = await largestGaussNewton(fullNtk64(layer, parameters, x), rule.loss, f);
    expect(Math.abs(found / largest - 1)).toBeLessThan(1e-5);
  });
});
