import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Samples } from '../nn/Dataset.ts';
import { meanSquaredLoss } from '../nn/dynamics/fit.ts';
import type { Parameter } from '../nn/Parameter.ts';
import type { Settings } from '../nn/Settings.ts';
import { startBackend } from './backend/startBackend.ts';
import { upload } from './network.ts';
import { outputs64 } from './testing/jacobian.ts';
import { armOf, drawn } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { relativeError } from './testing/relativeError.ts';
import { trainer, uploadBatch } from './training.ts';
import { ruleOf } from './trainingRule.ts';

const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(3).fork(name), rows * cols));

const samplesOf = (outputs: number): Samples => ({
  x: random(7, 5, 'x'),
  xTest: random(4, 5, 'xTest'),
  y: random(7, outputs, 'y'),
  yTest: random(4, outputs, 'yTest'),
  order: 'as drawn',
  standardization: 'standard normal',
});

/** One step of gradient descent in float64, by central differences of the loss in every trainable number. */
function descended(
  layer: ReturnType<typeof drawn>['layer'],
  parameters: readonly Parameter[],
  { x, y }: Samples,
  eta: number,
): readonly Parameter[] {
  const loss = (changed: readonly Parameter[]): number =>
    meanSquaredLoss(outputs64(layer, changed, x), y);
  const moved = (place: number, entry: number, by: number): readonly Parameter[] =>
    parameters.map((parameter, p) =>
      p === place
        ? { ...parameter, values: parameter.values.map((v, e) => (e === entry ? v + by : v)) }
        : parameter,
    );
  const h = 1e-5;
  return parameters.map((parameter, place) => ({
    ...parameter,
    values: parameter.values.map(
      (value, entry) =>
        value - (eta * (loss(moved(place, entry, h)) - loss(moved(place, entry, -h)))) / (2 * h),
    ),
  }));
}

describe.each(['wasm', 'cpu'] as const)('gradient descent on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each<[string, Settings, number]>([
    ['tanh, NTK scaling', { act: 'tanh', 'net.width': 6, 'net.depth': 2 }, 1],
    ['relu, standard scaling', { act: 'relu', scaling: 'standard', 'net.width': 6 }, 1],
    ['erf, three outputs, no bias', { act: 'erf', bias: false, 'net.width': 6 }, 3],
  ])('follows −η times the gradient of (1/2n)Σ‖f − y‖²: %s', async (_, settings, outputs) => {
    const samples = samplesOf(outputs);
    const { layer, parameters } = drawn(settings, { inputs: 5, outputs });
    const batch = uploadBatch(samples);
    const training = trainer(upload(layer, parameters), batch);
    let expected = parameters;
    for (let t = 0; t < 3; t++) expected = descended(layer, expected, samples, 0.5);

    const records = await training.advance(3, 0.5, () => true);
    const end = await training.outputs();
    training.dispose();
    batch.dispose();

    expect(records.map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(relativeError(records[0]!.f, outputs64(layer, parameters, samples.x))).toBeLessThan(
      1e-5,
    );
    expect(end.step).toBe(3);
    expect(relativeError(end.f, outputs64(layer, expected, samples.x))).toBeLessThan(1e-5);
    expect(relativeError(end.fTest, outputs64(layer, expected, samples.xTest))).toBeLessThan(1e-5);
  });

  it('is the same whether it is done in one go or in pieces, and recorded or not', async () => {
    const batch = uploadBatch(samplesOf(1));
    const { layer, parameters } = drawn({ 'net.width': 16 }, { inputs: 5, outputs: 1 });
    const whole = trainer(upload(layer, parameters), batch);
    const pieces = trainer(upload(layer, parameters), batch);

    const records = await whole.advance(20, 0.3, (step) => step % 5 === 0);
    for (const to of [1, 7, 20]) await pieces.advance(to, 0.3, () => false);
    const ends = [await whole.outputs(), await pieces.outputs()];
    for (const held of [whole, pieces, batch]) held.dispose();

    expect(records.map(({ step }) => step)).toEqual([0, 5, 10, 15]);
    expect(ends[1]).toEqual(ends[0]);
  });

  it.each(['gd', 'adam'])(
    'goes back to a state that it held, and the same way again, by %s',
    async (opt) => {
      const before = tf.memory().numTensors;
      const batch = uploadBatch(samplesOf(1));
      const { layer, parameters } = drawn({ 'net.width': 8 }, { inputs: 5, outputs: 1 });
      const rule = ruleOf(armOf({ opt, batch: 3 }), 1);
      const training = trainer(upload(layer, parameters), batch, rule);
      const ends = [];
      await training.advance(4, 0.01, () => false);
      const held = training.hold();
      await training.advance(9, 0.01, () => false);
      ends.push(await training.outputs());
      training.restore(held);
      const back = training.step();
      await training.advance(9, 0.01, () => false);
      ends.push(await training.outputs());

      expect(back).toBe(4);
      expect(ends[1]).toEqual(ends[0]);
      expect(() => training.restore(held)).toThrow('once');
      training.hold().dispose();
      training.dispose();
      batch.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it('keeps no tensors', async () => {
    const before = tf.memory().numTensors;
    const batch = uploadBatch(samplesOf(2));
    const { layer, parameters } = drawn({ 'net.width': 8 }, { inputs: 5, outputs: 2 });
    const training = trainer(upload(layer, parameters), batch);
    const during = tf.memory().numTensors;

    await training.advance(10, 0.3, (step) => step % 3 === 0);
    await training.outputs();

    expect(tf.memory().numTensors).toBe(during);
    training.dispose();
    batch.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
