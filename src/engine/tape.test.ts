import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Ops } from '../nn/Ops.ts';
import type { Parameter } from '../nn/Parameter.ts';
import { windowOf } from '../nn/Window.ts';
import { startBackend } from './backend/startBackend.ts';
import { upload } from './network.ts';
import { record } from './record.ts';
import { inputs } from './testing/networkOfArm.ts';
import { fullNtk64, jacobian } from './testing/jacobian.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf, tensorOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';
import { weightGradients } from './weightGradients.ts';

const width = 4;
const x = inputs(5, width);

/** Between two affine maps width→width and width→2, whatever `between` makes of the first one's result. */
const around = (between: <T>(ops: Ops<T>, hidden: T, input: T) => T): Layer => ({
  shapes: [
    { role: 'W', shape: [width, width] },
    { role: 'W', shape: [width, 2] },
  ],
  draw: (random) => [weights(random.fork('first'), width), weights(random.fork('second'), 2)],
  apply: (ops, next, value) => {
    const scales = { weightScale: 0.7, biasScale: 1 };
    const hidden = ops.affine(value, { weight: next(), ...scales });
    return ops.affine(between(ops, hidden, value), { weight: next(), ...scales });
  },
  kernel: (state) => state,
});

const weights = (random: ReturnType<typeof stream>, fanOut: number): Parameter => ({
  role: 'W',
  shape: [width, fanOut],
  values: normals(random, width * fanOut),
});

const pair = { rows: 1, columns: 2 };
const square = { rows: 2, columns: 2 };

const betweens: readonly (readonly [string, <T>(ops: Ops<T>, h: T, x: T) => T])[] = [
  ['add, with a value used twice', (ops, h) => ops.add(h, ops.add(h, ops.tanh(h)))],
  ['add, with the input', (ops, h, input) => ops.add(h, input)],
  ['subtract', (ops, h, input) => ops.subtract(ops.subtract(input, h), ops.relu(h))],
  ['multiply', (ops, h, input) => ops.multiply(ops.multiply(h, ops.tanh(h)), input)],
  ['multiply by itself', (ops, h) => ops.multiply(h, h)],
  ['scale', (ops, h) => ops.scale(h, -1.5)],
  ['shift', (ops, h) => ops.tanh(ops.shift(h, 0.3))],
  ['relu', (ops, h) => ops.relu(h)],
  ['leakyRelu', (ops, h) => ops.leakyRelu(h, 0.2)],
  ['leakyRelu with a falling slope', (ops, h) => ops.leakyRelu(h, -1)],
  ['step', (ops, h) => ops.multiply(ops.step(h), h)],
  ['step alone, which stops all gradients', (ops, h) => ops.step(h)],
  ['tanh', (ops, h) => ops.tanh(h)],
  ['erf', (ops, h) => ops.erf(h)],
  ['exp', (ops, h) => ops.exp(h)],
  ['expm1', (ops, h) => ops.expm1(h)],
  ['sin', (ops, h) => ops.sin(h)],
  ['cos', (ops, h) => ops.cos(h)],
  ['sigmoid', (ops, h) => ops.sigmoid(h)],
  ['softplus', (ops, h) => ops.softplus(h)],
  ['regroup, shorter and back', (ops, h) => ops.regroup(ops.tanh(ops.regroup(h, 2)), width)],
  [
    'circular patches and an average',
    (ops, h) => ops.average(ops.patches(ops.regroup(h, 2), windowOf(pair, 2, 'circular')), 2),
  ],
  [
    'zero patches in two dimensions',
    (ops, h) => {
      const seen = ops.patches(ops.regroup(h, 1), windowOf(square, 2, 'zero'));
      return ops.average(ops.tanh(seen), 4);
    },
  ],
  [
    'patches wider than the grid',
    (ops, h) =>
      ops.columns(ops.regroup(ops.patches(ops.regroup(h, 2), windowOf(pair, 6, 'zero')), 24), 5, 9),
  ],
  [
    'columns and join',
    (ops, h) => ops.join([ops.tanh(ops.columns(h, 1, 3)), ops.columns(h, 0, 2)]),
  ],
  ['join, with the input', (ops, h, input) => ops.columns(ops.join([input, h]), 2, 6)],
  [
    'rows weighed by a function of the input',
    (ops, h, input) => ops.weighRows(h, ops.tanh(ops.columns(input, 0, 1))),
  ],
  [
    'what depends on the input alone',
    (ops, h, input) => ops.multiply(h, ops.tanh(ops.add(input, input))),
  ],
  ['nothing, with the first map left unused', (ops, _, input) => ops.relu(input)],
];

describe.each(['wasm', 'cpu'] as const)('the tape on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  describe.each(betweens)('through %s', (_, between) => {
    const layer = around(between);
    const parameters = layer.draw(stream('weights'));

    it('gives the NTK', async () => {
      const theta = await ntkOf({ layer, parameters }, x, { outputs: 2, form: 'full' });

      expect(relativeError(theta, fullNtk64(layer, parameters, x))).toBeLessThan(2e-6);
    });

    it('gives the gradient of a loss', async () => {
      const residual = inputs(x.rows, 2);
      const error = relativeError(
        await gradient({ layer, parameters }, x, residual),
        pulledBack(jacobian(layer, parameters, x), residual),
      );

      expect(error).toBeLessThan(2e-6);
    });
  });

  it('frees everything when a layer throws half-way', () => {
    const layer = around((ops, h) => {
      ops.tanh(h);
      throw new Error('half-way');
    });
    const network = upload(layer, layer.draw(stream('weights')));
    const rows = tensorOf(x);
    const before = tf.memory().numTensors;

    expect(() => record(network, rows)).toThrow('half-way');
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
    rows.dispose();
  });

  it('frees everything when it is disposed of instead of swept', () => {
    const layer = around((ops, h) => ops.tanh(h));
    const network = upload(layer, layer.draw(stream('weights')));
    const rows = tensorOf(x);
    const before = tf.memory().numTensors;
    record(network, rows).dispose();

    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
    rows.dispose();
  });

  it('frees everything when a visitor throws', () => {
    const layer = around((ops, h) => ops.tanh(h));
    const network = upload(layer, layer.draw(stream('weights')));
    const rows = tensorOf(x);
    const before = tf.memory().numTensors;
    const recording = record(network, rows);

    expect(() => {
      recording.sweep(tf.ones([2, 1, x.rows]), () => {
        throw new Error('visitor');
      });
    }).toThrow('visitor');
    recording.dispose();
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
    rows.dispose();
  });
});

/** All gradients one after another, as a column; throws if tensors are left behind. */
async function gradient(
  { layer, parameters }: { readonly layer: Layer; readonly parameters: readonly Parameter[] },
  rows: Matrix,
  residual: Matrix,
): Promise<Matrix> {
  const before = tf.memory().numTensors;
  const network = upload(layer, parameters);
  const input = tensorOf(rows);
  const gradients = weightGradients(network, input, () => tensorOf(residual));
  const values = await Promise.all(gradients.map((tensor) => tensor.data<'float32'>()));
  tf.dispose([...gradients, input]);
  network.dispose();
  expect(tf.memory().numTensors).toBe(before);
  const all = Float64Array.from(values.flatMap((array) => Array.from(array)));
  return matrix(all.length, 1, all);
}

/** Jᵀ·vec(r), with r n×K and rows k·n + i in J. */
function pulledBack(j: Matrix, r: Matrix): Matrix {
  const result = matrix(j.cols, 1);
  for (let i = 0; i < r.rows; i++)
    for (let k = 0; k < r.cols; k++)
      for (let p = 0; p < j.cols; p++)
        result.data[p]! += j.data[(k * r.rows + i) * j.cols + p]! * r.data[i * r.cols + k]!;
  return result;
}
