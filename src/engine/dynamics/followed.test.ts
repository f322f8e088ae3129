import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { asMatrix, matrixOps } from '../../nn/matrixOps.ts';
import { matrix } from '../../math/matrix.ts';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import type { BackendReport, FunctionResult, PosteriorResult, Result } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import { inOrder } from '../network.ts';
import type { Portray } from '../portrait/portray.ts';
import { simulate, type SimulateOptions } from '../simulate.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import { resolveArms } from '../../spec/resolve.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

const small = { data: 'points', steps: 12, snapshots: 3, 'data.test': 4 };
const narrow = { 'net.width': 16, 'net.depth': 2 };
const experiment = (shared: Settings = {}, ...arms: readonly Settings[]) =>
  canonical({
    shared: { ...small, ...shared },
    arms: (arms.length === 0 ? [{}] : arms).map((arm, k) => ({ ...(k === 0 && narrow), ...arm })),
  });

async function run(
  of: ReturnType<typeof experiment>,
  options: SimulateOptions = {},
): Promise<readonly Result[]> {
  const before = tf.memory().numTensors;
  const results: Result[] = [];
  for await (const result of simulate(of, nodeEnvironment, { report, ...options }))
    results.push(result);
  expect(results.at(-1)?.kind).toBe('done');
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

const functions = (results: readonly Result[]): readonly FunctionResult[] =>
  results.filter((result) => result.kind === 'function');
const placed = ({ arm, seed, step }: FunctionResult): string => `${arm}${seed} at ${step}`;

const later = async (portray: Portray, signal = new AbortController().signal) => {
  const before = tf.memory().numTensors;
  const found: Result[] = [];
  for await (const result of portray('dynamics', signal)) found.push(result);
  expect(tf.memory().numTensors).toBe(before);
  return found;
};

describe('the functions of networks', () => {
  it('at the start are those of the network in float64', async () => {
    const of = experiment({ steps: 0 });
    const [start] = functions(await run(of));
    const layer = layerOf(resolveArms(of)[0]!, { inputs: 1, outputs: 1 });
    const weights = layer.draw(weightStream(1, 0)).map(asMatrix);
    const inputs = matrix(201, 1, start!.grid.inputs);
    const exact = layer.apply(matrixOps, inOrder(weights), inputs);

    expect(start!.values).toHaveLength(201);
    exact.data.forEach((value, k) =>
      expect(Math.abs(start!.values[k]! - value)).toBeLessThan(2e-6),
    );
  });

  it('are told of every network at the start and at every kernel, before the progress', async () => {
    const results = await run(experiment({ seeds: 2 }, {}, { init: 'orthogonal' }));
    const wanted = [0, 4, 8, 12].flatMap((step) =>
      ['A0', 'B0', 'A1', 'B1'].map((network) => `${network} at ${step}`),
    );

    expect(functions(results).map(placed)).toEqual(wanted);
    const order = results.flatMap((result) =>
      result.kind === 'function' || result.kind === 'progress' ? [result] : [],
    );
    order.forEach((result, k) => {
      const next = order.slice(k).find(({ kind }) => kind === 'progress');
      expect(next?.step).toBe(result.step);
    });
  });

  it('agree with the outputs where test samples are', async () => {
    // Test places of a line from −1.3 to 1.3 in steps of 0.013 that four halves of it hit.
    const results = await run(experiment({ 'data.samples': '-1:-1,1:2', 'data.test': 5 }));
    const last = functions(results).at(-1)!;
    const outputs = results.findLast((result) => result.kind === 'outputs')!;
    const middle = 100;

    expect(last.grid.columns[middle]).toBeCloseTo(0, 12);
    expect(outputs.step).toBe(last.step);
    expect(Math.abs(last.values[middle]! - outputs.fTest[2]!)).toBeLessThan(1e-5);
  });

  it('are not computed as long as nobody looks', async () => {
    const nobody = { wanted: () => [], following: () => false };

    expect(functions(await run(experiment(), nobody))).toEqual([]);
  });

  it('are the same for those who look late, as far as the run has come', async () => {
    const of = experiment({ seeds: 2 }, {}, { opt: 'momentum', batch: 2 });
    let portray: Portray | undefined;
    const wanted: SimulateOptions['wanted'] = (given) => {
      portray = given;
      return [];
    };
    await run(of, { wanted, following: () => false });
    const told = await run(of);
    const found = await later(portray!);
    expect(found.findLastIndex(({ kind }) => kind === 'function')).toBeLessThan(
      found.findIndex(({ kind }) => kind === 'posterior'),
    );
    const byPlace = (results: readonly Result[]) =>
      new Map(functions(results).map((result) => [placed(result), result]));

    const [late, live] = [byPlace(found), byPlace(told)];
    expect([...late.keys()].sort()).toEqual([...live.keys()].sort());
    // Networks that train together sum in another order than one that is trained once more by itself.
    for (const [place, { values, ...about }] of late) {
      const { values: then, ...same } = live.get(place)!;
      expect(about).toEqual(same);
      values.forEach((value, i) => expect(Math.abs(value - then[i]!)).toBeLessThan(5e-6));
    }
    const posteriors = (results: readonly Result[]): readonly PosteriorResult[] =>
      results.filter((result) => result.kind === 'posterior');
    expect(posteriors(found).length).toBeGreaterThan(3);
    expect(posteriors(found)).toEqual(posteriors(told));
  });

  it('end with a network that diverges, and at once when called off', async () => {
    const of = experiment({ steps: 60 }, { rate: 40 });
    let portray: Portray | undefined;
    const wanted: SimulateOptions['wanted'] = (given) => {
      portray = given;
      return [];
    };
    const results = await run(of, { wanted });
    expect(results.some(({ kind }) => kind === 'failure')).toBe(true);
    for (const { values } of functions(results)) expect(values.every(Number.isFinite)).toBe(true);
    for (const { values } of functions(await later(portray!)))
      expect(values.every(Number.isFinite)).toBe(true);
    const off = new AbortController();
    off.abort();
    expect(await later(portray!, off.signal)).toEqual([]);
  });
});
