import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { Experiment } from '../spec/Experiment.ts';
import type { BackendId, BackendReport, Result } from '../spec/Result.ts';
import { entriesOf } from './archive/entriesOf.ts';
import { recorder } from './archive/recorder.ts';
import { startBackend } from './backend/startBackend.ts';
import type { Environment } from './Environment.ts';
import { simulate, type SimulateOptions } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const environment: Environment = {
  ...nodeEnvironment,
  fetchFile: (name) => readFile(new URL(`../../public/${name}`, import.meta.url)),
};

const small = { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 12, snapshots: 3 };
const experiment = (shared: Settings, ...arms: readonly Settings[]): Experiment => {
  const [first = {}, ...later] = arms;
  return canonical({
    shared: { ...small, ...shared },
    arms: [{ 'net.width': 12, 'net.depth': 2, ...first }, ...later],
  });
};

let report: BackendReport;
const start = async (backend: BackendId): Promise<void> => {
  report = await startBackend(environment, backend);
};

/** Portraits that take long have tests of their own. */
const wanted = () => ['network'] as const;

const resultsOf = async (
  what: Experiment,
  options: SimulateOptions = {},
  surroundings = environment,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for await (const result of simulate(what, surroundings, { report, wanted, ...options }))
    results.push(result);
  return results;
};

const ofKind = <K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): readonly Extract<Result, { kind: K }>[] =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

/** All arrays of a run by name: what must not depend on how fast it went. */
const arraysOf = (results: readonly Result[]): ReadonlyMap<string, unknown> => {
  const record = recorder();
  results.forEach(record.take);
  return new Map(entriesOf(record.all()));
};

describe('a simulation', () => {
  beforeAll(() => start('wasm'));
  let before = 0;
  beforeEach(() => {
    before = tf.memory().numTensors;
  });
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(before);
  });

  it('tells of the backend, the data, every kernel, then what follows, then the training', async () => {
    const results = await resultsOf(experiment({}, {}, { init: 'orthogonal' }), {
      withWeights: true,
    });
    const story = results
      .filter(({ kind }) => kind !== 'timing')
      .map((result) => ('arm' in result ? `${result.kind} ${result.arm}` : result.kind));

    expect(story.slice(0, 36)).toEqual([
      'backend',
      'data',
      'phase A',
      'phase B',
      'weights A',
      'kernel A',
      'weights B',
      'kernel B',
      'limit A',
      'spectrum A',
      'change A',
      'spectrum A',
      'outputs A',
      'rate A',
      'prediction A',
      'prediction A',
      'movement A',
      'lazy A',
      'limit B',
      'spectrum B',
      'change B',
      'spectrum B',
      'outputs B',
      'rate B',
      'prediction B',
      'prediction B',
      'movement B',
      'lazy B',
      'layers A',
      'layers B',
      'harmonics A',
      'harmonics B',
      'profile A',
      'profile B',
      'profile A',
      'profile B',
    ]);
    expect(story.indexOf('progress')).toBeGreaterThanOrEqual(36);
    expect(results.at(-1)).toEqual({ kind: 'done' });
    expect(ofKind(results, 'timing').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ntk_ms', 'first_kernel_ms', 'eigh_ms', 'step_ms']),
    );
  });

  it('measures on its schedule and records every step', async () => {
    const results = await resultsOf(experiment({}));
    const steps = (kind: 'kernel' | 'change' | 'outputs'): readonly number[] =>
      ofKind(results, kind).map(({ step }) => step);
    const spectra = ofKind(results, 'spectrum').filter(({ source }) => source === 'network');

    expect(steps('kernel')).toEqual([0, 4, 8, 12]);
    expect(steps('change')).toEqual([0, 4, 8, 12]);
    expect(steps('outputs')).toEqual([0, 4, 8, 12]);
    expect(spectra.map(({ step }) => step)).toEqual([0, 4, 8, 12]);
    expect(ofKind(results, 'curve').flatMap((curve) => [...curve.steps])).toEqual(
      Array.from({ length: 13 }, (_, step) => step),
    );
    expect(ofKind(results, 'progress').at(-1)).toEqual({ kind: 'progress', step: 12, steps: 12 });
  });

  it('sends arrays that share no memory, so that they can be transferred', async () => {
    const buffers = (await resultsOf(experiment({}), { withWeights: true })).flatMap((result) =>
      Object.values(result).flatMap((value: unknown) =>
        ArrayBuffer.isView(value) ? [value.buffer] : [],
      ),
    );

    expect(new Set(buffers).size).toBe(buffers.length);
  });

  it('can do without training', async () => {
    const results = await resultsOf(experiment({ steps: 0 }));

    expect(ofKind(results, 'kernel').map(({ step }) => step)).toEqual([0]);
    expect(ofKind(results, 'prediction').map(({ steps }) => [...steps])).toEqual([[0], [0]]);
    const [whole] = ofKind(await resultsOf(experiment({})), 'curve');
    const [curve] = ofKind(results, 'curve');
    expect([...curve!.steps]).toEqual([0]);
    expect(curve!.lossTrain[0]).toBeCloseTo(whole!.lossTrain[0]!, 5);
    expect(ofKind(results, 'modes').map(({ steps }) => [...steps])).toEqual([[0]]);
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('takes single steps by hand, each with its kernel', async () => {
    const results = await resultsOf(experiment({ steps: 5, snapshots: 1 }), { pace: () => 1 });

    expect(ofKind(results, 'kernel').map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ofKind(results, 'curve').flatMap((curve) => [...curve.steps])).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });

  it('trains further networks from weights of their own on the same data', async () => {
    const results = await resultsOf(experiment({ seeds: 3, steps: 2 }, {}, { rate: 0.1 }), {
      withWeights: true,
    });
    const weights = new Map(
      ofKind(results, 'weights').map(({ arm, seed, parameters }) => [
        `${arm}${seed}`,
        parameters[0]?.values,
      ]),
    );

    expect([...weights.keys()]).toEqual(['A0', 'B0', 'A1', 'B1', 'A2', 'B2']);
    expect(weights.get('B1')).toEqual(weights.get('A1'));
    expect(weights.get('A1')).not.toEqual(weights.get('A0'));
    expect(ofKind(results, 'data').length).toBe(1);
    expect(ofKind(results, 'limit').length).toBe(2);
    expect(ofKind(results, 'kernel').filter(({ step }) => step === 2).length).toBe(6);
  });

  it('gives everything back, wherever it is left', async () => {
    const what = experiment({ seeds: 2, steps: 1 }, { 'net.depth': 1 });
    const count = (await resultsOf(what, { withWeights: true, pace: () => 1 })).length;

    for (let taken = 1; taken < count; taken++) {
      const results = simulate(what, environment, {
        report,
        wanted,
        withWeights: true,
        pace: () => 1,
      });
      for (let k = 0; k < taken; k++) await results.next();
      await results.return();
      expect(tf.memory().numTensors).toBe(before);
    }
  });

  it('ends without a word when it is called off', async () => {
    const abort = new AbortController();
    const results: Result[] = [];
    for await (const result of simulate(experiment({}), environment, {
      report,
      signal: abort.signal,
    })) {
      results.push(result);
      if (result.kind === 'kernel') abort.abort();
    }

    expect(ofKind(results, 'prediction')).toEqual([]);
    expect(ofKind(results, 'failure')).toEqual([]);
    expect(ofKind(results, 'done')).toEqual([]);
  });

  it('goes the way that its kernel predicts, the closer the wider', async () => {
    const gap = async (width: number): Promise<number> => {
      const results = await resultsOf(
        experiment({ steps: 60 }, { 'net.width': width, 'net.depth': 1, rate: 0.5 }),
      );
      const curve = ofKind(results, 'curve').flatMap(({ lossTrain }) => [...lossTrain]);
      const [own] = ofKind(results, 'prediction');
      return (
        Math.max(...curve.map((loss, step) => Math.abs(loss - (own?.lossTrain[step] ?? NaN)))) /
        (curve[0] ?? NaN)
      );
    };

    const narrow = await gap(32);
    const wide = await gap(2048);

    expect(wide).toBeLessThan(0.01);
    expect(wide).toBeLessThan(narrow / 4);
  });

  it.each(['wasm', 'cpu'] as const)('gives the same numbers again on %s', async (backend) => {
    await start(backend);
    const what = experiment({ seeds: 2 }, {}, { act: 'relu', init: 'orthogonal' });

    const first = arraysOf(await resultsOf(what));
    const again = arraysOf(await resultsOf(what));
    await start('wasm');

    expect(first.size).toBeGreaterThan(40);
    expect(again).toEqual(first);
    before = tf.memory().numTensors;
  });
});

describe('several outputs', () => {
  const ten = { data: 'digits', 'data.classes': 'all', 'data.n': 20, 'data.test': 10, steps: 2 };

  it('have one kernel, or all its blocks, and one stability limit', async () => {
    await start('wasm');
    const mean = await resultsOf(experiment(ten));
    const full = await resultsOf(experiment({ ...ten, kernel: 'full' }));
    const [rateOfMean] = ofKind(mean, 'rate');
    const [rateOfFull] = ofKind(full, 'rate');

    expect(ofKind(mean, 'kernel')[0]?.size).toBe(20);
    expect(ofKind(full, 'kernel')[0]?.size).toBe(200);
    expect(ofKind(full, 'spectrum').map(({ eigenvalues }) => eigenvalues.length)).toEqual([
      200, 200, 200, 200,
    ]);
    expect(rateOfMean?.approximate).toBe(false);
    expect((rateOfMean?.stabilityLimit ?? NaN) / (rateOfFull?.stabilityLimit ?? NaN)).toBeCloseTo(
      1,
      5,
    );
  });

  it('move on the test set, in a small step, as the full kernel says', async () => {
    const results = await resultsOf(
      experiment({ ...ten, kernel: 'full', steps: 1 }, { rate: 0.01, 'net.width': 64 }),
    );
    const tested = ofKind(results, 'curve').flatMap(({ lossTest }) => [...lossTest]);
    const [own] = ofKind(results, 'prediction');
    const moved = (losses: ArrayLike<number> = []): number =>
      (losses[1] ?? NaN) - (losses[0] ?? NaN);

    expect(Math.abs(moved(tested))).toBeGreaterThan(1e-3);
    expect(moved(own?.lossTest) / moved(tested)).toBeCloseTo(1, 1);
  });

  it('take the limit from the mean where all blocks would be too many', async () => {
    const many = { ...ten, 'data.n': 110 };

    const [rate] = ofKind(await resultsOf(experiment(many)), 'rate');
    const [refusal] = ofKind(
      await resultsOf({
        version: 1,
        shared: { ...experiment(many).shared, kernel: 'full' },
        arms: experiment(many).arms,
      }),
      'failure',
    );

    expect(rate?.approximate).toBe(true);
    expect(refusal?.failure.kind).toBe('out-of-memory');
    expect(refusal?.failure.sentence).toContain('1100 rows');
  });
});
