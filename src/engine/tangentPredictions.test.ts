import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { stream } from '../math/rng.ts';
import { matrix } from '../math/matrix.ts';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { miniBatches } from './batches.ts';
import type { Environment } from './Environment.ts';
import { rowsOfStep } from './rowsOfStep.ts';
import { simulate } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { tensorOf } from './testing/onBackend.ts';

const environment: Environment = {
  ...nodeEnvironment,
  fetchFile: (name) => readFile(new URL(`../../public/${name}`, import.meta.url)),
};

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(environment, 'wasm');
});

async function resultsOf(shared: Settings, arm: Settings): Promise<readonly Result[]> {
  const experiment = canonical({
    shared: { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 60, snapshots: 2, ...shared },
    arms: [{ 'net.width': 48, 'net.depth': 2, ...arm }],
  });
  const results: Result[] = [];
  for await (const result of simulate(experiment, environment, { report, wanted: () => [] }))
    results.push(result);
  return results;
}

const ofKind = <K extends Result['kind']>(results: readonly Result[], kind: K) =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

type Column = 'lossTrain' | 'lossTest';

/** Losses by step, as trained and as predicted from a source. */
function curvesOf(results: readonly Result[], source: string, column: Column) {
  const trained = new Map(
    ofKind(results, 'curve').flatMap((curve) =>
      [...curve.steps].map((step, k): [number, number] => [step, curve[column][k]!]),
    ),
  );
  const prediction = ofKind(results, 'prediction').find((result) => result.source === source);
  return { trained, prediction, values: prediction?.[column] ?? [] };
}

/** The largest distance between a prediction and what came, relative to the loss at the start. */
function gap(results: readonly Result[], source: string, column: Column = 'lossTrain'): number {
  const { trained, prediction, values } = curvesOf(results, source, column);
  if (!prediction || prediction.steps.length < 2) return NaN;
  return (
    Math.max(
      ...Array.from(values, (value, k) => Math.abs(value - trained.get(prediction.steps[k]!)!)),
    ) / trained.get(0)!
  );
}

/** Networks that hardly leave their tangent: large output scale, from zero. */
const lazy: Settings = { mirror: true, outscale: 300, act: 'tanh' };
const classes: Settings = {
  data: 'digits',
  'data.classes': 'all',
  'data.n': 20,
  'data.test': 10,
};
const two: Settings = { data: 'digits', 'data.n': 16, 'data.test': 10 };

describe('lazy networks go as their own kernel predicts', () => {
  it.each<[string, Settings, Settings]>([
    ['gradient descent', {}, {}],
    ['sum of squares', {}, { loss: 'mse-sum' }],
    ['mean of squares', {}, { loss: 'mse-mean' }],
    ['momentum', {}, { opt: 'momentum' }],
    ['Nesterov', {}, { opt: 'nesterov', 'opt.beta': 0.7 }],
    ['mini-batches', {}, { batch: 3, rate: 0.2 }],
    ['mini-batches with momentum', {}, { batch: 5, opt: 'momentum', rate: 0.05 }],
    ['logistic', two, { loss: 'logistic' }],
    ['logistic with momentum', two, { loss: 'logistic', opt: 'momentum' }],
    [
      'softmax under the full kernel',
      { ...classes, kernel: 'full' },
      { loss: 'softmax', rate: 0.9 },
    ],
    ['softmax in mini-batches', { ...classes, kernel: 'full' }, { loss: 'softmax', batch: 7 }],
    ['squares of ten classes', { ...classes, kernel: 'full' }, {}],
    ['standard scaling', {}, { scaling: 'standard' }],
    ['standard scaling with NTK rates', {}, { scaling: 'standard', 'rate.layers': true }],
  ])('%s', async (_, shared, arm) => {
    const results = await resultsOf(shared, { ...lazy, ...arm });
    const { trained } = curvesOf(results, 'network', 'lossTrain');

    expect(ofKind(results, 'failure')).toEqual([]);
    // It has gone somewhere.
    expect(trained.get(60)!).toBeLessThan(0.9 * trained.get(0)!);
    expect(gap(results, 'network')).toBeLessThan(3e-4);
    expect(gap(results, 'network', 'lossTest')).toBeLessThan(3e-4);
  });

  it('in small steps as flow predicts, in large ones not', async () => {
    const flowing = (rate: number, arm: Settings = {}): Promise<readonly Result[]> =>
      resultsOf({ ...two, flow: true }, { ...lazy, rate, ...arm });

    expect(gap(await flowing(0.004), 'network')).toBeLessThan(3e-3);
    expect(gap(await flowing(0.004, { loss: 'logistic' }), 'network')).toBeLessThan(3e-3);
    expect(gap(await flowing(0.9), 'network')).toBeGreaterThan(0.05);
    // Of plain gradient descent only.
    expect(gap(await flowing(0.9, { opt: 'momentum' }), 'network')).toBeLessThan(3e-4);
  });
});

describe('a wide network', () => {
  /** The largest relative distance of the training loss from what the kernel at the start predicts, over all steps. */
  const apart = async (width: number): Promise<number> => {
    const values = { act: 'erf', 'net.width': width, 'net.depth': 1, rate: 0.1 };
    const results = await resultsOf({ ...two, steps: 500 }, values);
    const { trained, prediction, values: losses } = curvesOf(results, 'network', 'lossTrain');
    expect(prediction?.steps.length).toBe(501);
    return Math.max(
      ...Array.from(losses, (loss, k) => Math.abs(loss / trained.get(prediction!.steps[k]!)! - 1)),
    );
  };

  it('stays within a hundredth of its tangent over 500 small steps, a narrow one does not', async () => {
    const [narrow, wide] = [await apart(64), await apart(4096)];

    expect(wide).toBeLessThan(0.01);
    expect(narrow).toBeGreaterThan(0.05);
  }, 30_000);
});

describe('predictions that a kernel does not tell', () => {
  it.each<[string, Settings]>([
    ['Adam', { opt: 'adam', rate: 0.01 }],
    ['RMSProp', { opt: 'rmsprop', rate: 0.01 }],
    ['weight decay', { decay: 0.01 }],
  ])('are not made: %s', async (_, arm) => {
    const results = await resultsOf({ relinearize: 20 }, arm);

    expect(ofKind(results, 'prediction')).toEqual([]);
    expect(ofKind(results, 'curve').length).toBeGreaterThan(0);
  });
});

describe('a prediction from a later step', () => {
  it.each<[string, Settings, Settings]>([
    ['squares', {}, {}],
    ['logistic', two, { loss: 'logistic' }],
    ['mini-batches', {}, { batch: 3, rate: 0.2 }],
    ['softmax', { ...classes, kernel: 'full' }, { loss: 'softmax' }],
  ])('goes on from where a lazy network is: %s', async (_, shared, arm) => {
    const results = await resultsOf({ ...shared, relinearize: 25 }, { ...lazy, ...arm });
    const { trained, prediction, values } = curvesOf(results, 'relinearized', 'lossTrain');

    expect(prediction?.from).toBe(25);
    expect(Array.from(prediction?.steps ?? [])).toEqual(
      Array.from({ length: 36 }, (__, k) => 25 + k),
    );
    expect(values[0]! / trained.get(25)!).toBeCloseTo(1, 5);
    expect(gap(results, 'relinearized')).toBeLessThan(3e-4);
    expect(gap(results, 'relinearized', 'lossTest')).toBeLessThan(3e-4);
    // The kernel is measured there, too.
    expect(ofKind(results, 'kernel').map(({ step }) => step)).toEqual([0, 25, 30, 60]);
  });

  it.each<[string, Settings, Settings]>([
    ['squares', {}, {}],
    ['logistic', two, { loss: 'logistic' }],
  ])('is closer than that from the start where the kernel moves: %s', async (_, shared, arm) => {
    const narrow = { 'net.width': 24, ...arm };
    const results = await resultsOf({ ...shared, relinearize: 25 }, narrow);
    const { trained, prediction, values } = curvesOf(results, 'relinearized', 'lossTrain');
    const start = curvesOf(results, 'network', 'lossTrain').values;
    const late = Array.from(prediction?.steps ?? []).slice(1);
    const error = (loss: (step: number) => number): number =>
      Math.max(...late.map((step) => Math.abs(loss(step) - trained.get(step)!)));

    expect(error((step) => values[step - 25]!)).toBeLessThan(0.5 * error((step) => start[step]!));
  });

  it('is not made while weights are in motion', async () => {
    const results = await resultsOf({ relinearize: 25 }, { opt: 'momentum' });

    expect(ofKind(results, 'prediction').map(({ source }) => source)).toEqual(['network', 'limit']);
  });
});

describe('the rows of a step', () => {
  it('are those that training takes', async () => {
    const n = 11;
    const order = stream('order');
    const numbers = matrix(
      n,
      1,
      Float64Array.from({ length: n }, (_, i) => i),
    );
    const [x, y] = [tensorOf(numbers), tensorOf(numbers)];
    const source = miniBatches({ x, y }, 4, order);
    const rows = rowsOfStep({ batch: 4, order }, n);

    for (const step of [0, 1, 2, 3, 4, 5, 17, 3])
      expect([...(rows?.(step) ?? [])]).toEqual([...(await source.at(step).x.data())]);
    source.dispose();
    tf.dispose([x, y]);
    expect(rowsOfStep({ batch: 0, order }, n)).toBeUndefined();
    expect(rowsOfStep({ batch: 11, order }, n)).toBeUndefined();
  });
});
