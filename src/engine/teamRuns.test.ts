import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { layerOf, weightStream } from '../spec/layerOf.ts';
import { resolveArms, resolveShared } from '../spec/resolve.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { curveOf } from './curves.ts';
import { memoryNeed } from './memoryNeed.ts';
import { upload } from './network.ts';
import { drawSamples } from './samples.ts';
import { simulate } from './simulate.ts';
import { joinTeams } from './joinTeams.ts';
import { teamSize } from './teamSize.ts';
import { armOf, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { trainer, uploadBatch } from './training.ts';
import { ruleOf } from './trainingRule.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

const shared = { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 40, snapshots: 2, seeds: 4 };

const experimentOf = (arm: Settings, more: Settings = {}) =>
  canonical({ shared: { ...shared, ...more }, arms: [{ 'net.width': 8, 'net.depth': 2, ...arm }] });

async function resultsOf(arm: Settings, more: Settings = {}): Promise<readonly Result[]> {
  const before = tf.memory().numTensors;
  const results: Result[] = [];
  for await (const result of simulate(experimentOf(arm, more), nodeEnvironment, {
    report,
    wanted: () => [],
  }))
    results.push(result);
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

const ofKind = <K extends Result['kind']>(results: readonly Result[], kind: K) =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

/** Steps and training losses of one network, as they were told. */
const curveFrom = (results: readonly Result[], seed: number) => {
  const curves = ofKind(results, 'curve').filter((curve) => curve.seed === seed);
  return {
    steps: curves.flatMap(({ steps }) => [...steps]),
    losses: curves.flatMap(({ lossTrain }) => [...lossTrain]),
  };
};

/** Training losses of network `seed` of the arm, trained by itself at a rate to a step and read at every step. */
async function lossesAlone(values: Settings, seed: number, eta: number, to: number) {
  const experiment = experimentOf(values);
  const [arm] = resolveArms(experiment);
  const run = resolveShared(experiment);
  const samples = await drawSamples(run.data, run.seed, nodeEnvironment);
  const batch = uploadBatch(samples);
  const layer = layerOf(arm!, { inputs: samples.x.cols, outputs: samples.y.cols });
  const rule = ruleOf(arm!, run.seed);
  const network = trainer(upload(layer, layer.draw(weightStream(run.seed, seed))), batch, rule);
  const records = await network.advance(to, eta, () => true);
  const { lossTrain } = curveOf([...records, await network.outputs()], samples, rule.loss);
  network.dispose();
  batch.dispose();
  return lossTrain;
}

describe('a run of several networks', () => {
  it.each<[string, Settings]>([
    ['full batches, each at its own rate', { rate: 0.5 }],
    ['momentum in mini-batches', { rate: 0.2, opt: 'momentum', batch: 3 }],
  ])('tells of each what it does by itself: %s', async (_, arm) => {
    const results = await resultsOf(arm);
    const rates = ofKind(results, 'rate');

    expect(new Set(rates.map(({ eta }) => eta)).size).toBe(4);
    for (const { seed, eta } of rates) {
      const { steps, losses } = curveFrom(results, seed);
      const alone = await lossesAlone(arm, seed, eta, 40);
      expect(steps.at(-1)).toBe(40);
      steps.forEach((step, place) =>
        expect(Math.abs(losses[place]! / alone[step]! - 1)).toBeLessThan(1e-5),
      );
    }
    expect(ofKind(results, 'change').filter(({ step }) => step === 40)).toHaveLength(4);
    expect(ofKind(results, 'progress').at(-1)).toMatchObject({ step: 40 });
  });

  it('goes on without the one that diverges, which says so as ever', async () => {
    const values = { act: 'relu', 'net.depth': 1, 'net.width': 2, bias: false };
    const arm = { ...values, rate: 1.77 };
    const results = await resultsOf(arm);
    const failures = ofKind(results, 'failure').map(({ failure }) => failure);

    expect(failures).toMatchObject([{ kind: 'diverged', arm: 'A', seed: 0 }]);
    expect(failures[0]!.sentence).toMatch(/^A diverged by step \d+: η = [\d.]+ is above/);
    const etas = ofKind(results, 'rate').map(({ eta }) => eta);
    const lost = await lossesAlone(arm, 0, etas[0]!, 40);
    expect(lost.findIndex((loss) => !(loss < 1e6 * lost[0]!))).toBe(failures[0]!.step);
    for (const seed of [1, 2, 3]) {
      const { steps, losses } = curveFrom(results, seed);
      const alone = await lossesAlone(arm, seed, etas[seed]!, 40);
      expect(steps.at(-1)).toBe(40);
      steps.forEach((step, place) =>
        expect(Math.abs(losses[place]! / alone[step]! - 1)).toBeLessThan(1e-5),
      );
    }
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('stops where its rules say, at the step at which each would be by itself', async () => {
    const results = await resultsOf({ rate: 0.5 }, { 'stop.loss': 0.2, steps: 400 });
    const stops = ofKind(results, 'mark').filter(({ what }) => what === 'stop');
    const at = stops[0]!.step;

    expect(stops.map(({ step }) => step)).toEqual([at, at, at, at]);
    for (const { seed, eta } of ofKind(results, 'rate')) {
      const alone = await lossesAlone({ rate: 0.5 }, seed, eta, at);
      const { steps, losses } = curveFrom(results, seed);
      expect(steps.at(-1)).toBe(at);
      expect(Math.abs(losses.at(-1)! / alone[at]! - 1)).toBeLessThan(1e-5);
    }
  });
});

describe('the memory of a team', () => {
  it.each([
    [32, 2],
    [128, 2],
  ])('is estimated from above, not wildly: width %i, depth %i', async (width, depth) => {
    const values = { 'net.width': width, 'net.depth': depth, opt: 'adam' };
    const arm = armOf(values);
    const size = { n: 64, nTest: 0, inputs: 16, outputs: 1, form: 'mean' } as const;
    const layer = layerOf(arm, size);
    const seeds = Math.min(16, teamSize(layer, size.n, size.inputs));
    const { resident, working } = memoryNeed(arm, size, seeds);
    const x = inputs(size.n, size.inputs);
    const y = inputs(size.n, 1);
    const { peakBytes } = await tf.profile(async () => {
      const batch = uploadBatch({ x, y, xTest: x, yTest: y, order: '', standardization: '' });
      const members = Array.from({ length: seeds }, (_, seed) =>
        trainer(upload(layer, layer.draw(weightStream(1, seed))), batch, ruleOf(arm, 1)),
      );
      joinTeams(members, seeds);
      const { team } = members[0]!.seat();
      await team!.advance(
        2,
        () => 1e-3,
        () => false,
        false,
      );
      for (const held of [...members, batch]) held.dispose();
      return tf.scalar(0);
    });

    expect(seeds).toBeGreaterThan(4);
    expect(seeds * resident + working).toBeGreaterThan(peakBytes);
    expect(seeds * resident + working).toBeLessThan(6 * peakBytes);
  });
});
