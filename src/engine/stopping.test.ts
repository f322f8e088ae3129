import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { simulate, type SimulateOptions } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

let report: BackendReport;
let before = 0;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});
beforeEach(() => {
  before = tf.memory().numTensors;
});
afterEach(() => {
  expect(tf.memory().numTensors).toBe(before);
});

const run = async (
  shared: Settings,
  arms: readonly Settings[] = [{}],
  options: SimulateOptions = {},
): Promise<readonly Result[]> => {
  const [first = {}, ...later] = arms;
  const experiment = canonical({
    shared: { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 60, snapshots: 3, ...shared },
    arms: [{ 'net.width': 16, 'net.depth': 1, ...first }, ...later],
  });
  const results: Result[] = [];
  for await (const result of simulate(experiment, nodeEnvironment, {
    report,
    wanted: () => [],
    ...options,
  }))
    results.push(result);
  return results;
};

const ofKind = <K extends Result['kind']>(results: readonly Result[], kind: K) =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

/** Training losses by step. */
const losses = (results: readonly Result[], arm = 'A'): ReadonlyMap<number, number> =>
  new Map(
    ofKind(results, 'curve')
      .filter((curve) => curve.arm === arm)
      .flatMap(({ steps, lossTrain }) =>
        [...steps].map((step, k) => [step, lossTrain[k]!] as const),
      ),
  );

const kernelSteps = (results: readonly Result[]): readonly number[] =>
  ofKind(results, 'kernel').map(({ step }) => step);

describe('a stop rule', () => {
  it('ends training at the first step that fulfils it, with all that the last step has', async () => {
    const whole = await run({});
    const all = losses(whole);
    // Reached at a step between two snapshots.
    const bound = (all.get(27)! + all.get(26)!) / 2;
    const results = await run({ 'stop.loss': bound });
    const stopped = losses(results);

    expect([...stopped.keys()]).toEqual(Array.from({ length: 28 }, (_, step) => step));
    for (const [step, loss] of stopped) expect(loss).toBe(all.get(step));
    expect(kernelSteps(results)).toEqual([0, 20, 27]);
    expect(ofKind(results, 'outputs').map(({ step }) => step)).toEqual([0, 20, 27]);
    expect(ofKind(results, 'mark')).toMatchObject([{ arm: 'A', seed: 0, step: 27, what: 'stop' }]);
    expect(ofKind(results, 'progress').at(-1)).toEqual({ kind: 'progress', step: 27, steps: 27 });
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('ends it there however long rounds are', async () => {
    const bound = losses(await run({})).get(27)! * (1 + 1e-9);
    const [fast, slow] = [
      await run({ 'stop.loss': bound }),
      await run({ 'stop.loss': bound }, [{}], { pace: () => 4 }),
    ];
    const outputs = (results: readonly Result[]) => ofKind(results, 'outputs').at(-1)?.f;

    expect(ofKind(slow, 'progress').at(-1)?.step).toBe(27);
    expect(outputs(slow)).toEqual(outputs(fast));
  });

  it('of an accuracy ends it at the first step that classifies so many training samples', async () => {
    const classes = { 'data.target': 'classes', 'data.n': 12, steps: 200, seed: 3 };
    const accuracies = (results: readonly Result[]) =>
      ofKind(results, 'curve').flatMap(({ accuracyTrain }) => [...accuracyTrain]);
    const all = accuracies(await run(classes));
    const first = all.findIndex((share) => share >= 0.9);
    const results = await run({ ...classes, 'stop.accuracy': 0.9 });

    expect(first).toBeGreaterThan(1);
    expect(accuracies(results)).toEqual(all.slice(0, first + 1));
    expect(ofKind(results, 'progress').at(-1)?.step).toBe(first);
    expect(ofKind(results, 'mark')).toMatchObject([{ step: first, what: 'stop' }]);
  });

  it('may be fulfilled from the start', async () => {
    const results = await run({ 'stop.loss': 1e5 });

    expect([...losses(results).keys()]).toEqual([0]);
    expect(kernelSteps(results)).toEqual([0]);
    expect(ofKind(results, 'outputs').length).toBe(1);
    expect(ofKind(results, 'progress').at(-1)).toEqual({ kind: 'progress', step: 0, steps: 0 });
  });

  it('waits for all networks', async () => {
    const arms = [{ rate: 0.9 }, { rate: 0.05 }];
    const whole = await run({}, arms);
    const [quick, slow] = [losses(whole, 'A'), losses(whole, 'B')];
    const bound = 0.6 * quick.get(0)!;
    const expected = [...quick.keys()].find(
      (step) => quick.get(step)! < bound && slow.get(step)! < bound,
    );
    const results = await run({ 'stop.loss': bound }, arms);

    expect(expected).toBeGreaterThan([...quick.keys()].find((step) => quick.get(step)! < bound)!);
    expect(ofKind(results, 'progress').at(-1)?.step).toBe(expected);
    expect(ofKind(results, 'mark').map(({ arm, step }) => [arm, step])).toEqual([
      ['A', expected],
      ['B', expected],
    ]);
  });

  it('of patience marks the best step, at the end, too, if it is never lost', async () => {
    const noisy = { data: 'regression', 'data.noise': 1, steps: 300 };
    const results = await run({ ...noisy, 'stop.patience': 25 }, [{ rate: 0.9 }]);
    const test = ofKind(results, 'curve').flatMap(({ steps, lossTest }) =>
      [...steps].map((step, k) => [step, lossTest[k]!] as const),
    );
    const [best] = test.reduce((least, next) => (next[1] < least[1] ? next : least));
    const patient = await run({ ...noisy, steps: 30, 'stop.patience': 1000 });

    expect(ofKind(results, 'progress').at(-1)?.step).toBe(best + 25);
    expect(best + 25).toBeLessThan(300);
    expect(ofKind(results, 'mark').map(({ step, what }) => [step, what])).toEqual([
      [best + 25, 'stop'],
      [best, 'best'],
    ]);
    expect(ofKind(patient, 'mark').map(({ what }) => what)).toEqual(['best']);
  });
});

describe('a rate that changes on the way', () => {
  const changed: SimulateOptions = {
    rateOf: (_, step) =>
      step < 13
        ? { until: 13 }
        : step < 40
          ? { value: 0.1, unit: 'limit', until: 40 }
          : { value: 0.25, unit: 'plain' },
  };

  it('goes on from the present weights at that very step, and is marked', async () => {
    const [results, plain] = [await run({}, [{}], changed), await run({})];
    const [own, other] = [losses(results), losses(plain)];
    const [rate] = ofKind(results, 'rate');
    const fall = (curve: ReadonlyMap<number, number>, step: number): number =>
      curve.get(step)! - curve.get(step + 1)!;

    for (let step = 0; step <= 13; step++) expect(own.get(step)).toBe(other.get(step));
    // A fifth of the rate; the loss is a little convex.
    expect(fall(own, 13) / fall(other, 13)).toBeGreaterThan(0.15);
    expect(fall(own, 13) / fall(other, 13)).toBeLessThan(0.35);
    expect(own.size).toBe(61);
    expect(ofKind(results, 'mark')).toMatchObject([
      { step: 13, what: 'rate', eta: 0.1 * rate!.stabilityLimit },
      { step: 40, what: 'rate', eta: 0.25 },
    ]);
    expect(ofKind(results, 'mark')[1]?.words).toMatch(/^η [\d.]+ → 0\.25$/);
  });

  it('takes the same way however long rounds are', async () => {
    const own = losses(await run({}, [{}], changed));
    const slow = losses(await run({}, [{}], { ...changed, pace: () => 3 }));

    expect([...slow.values()]).toEqual([...own.values()]);
  });
});

describe('a loss that does not fit the data', () => {
  it('is refused in words, and leaves other arms alone', async () => {
    const results = await run({ steps: 2 }, [{ loss: 'softmax' }, { loss: 'mse' }]);

    expect(ofKind(results, 'failure')).toMatchObject([{ failure: { kind: 'refused', arm: 'A' } }]);
    expect(losses(results, 'B').size).toBe(3);
  });
});
