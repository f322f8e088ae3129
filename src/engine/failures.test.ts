import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import type { Environment } from './Environment.ts';
import { divergence } from './networkFailures.ts';
import { simulate } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { plainRule } from './trainingRule.ts';

const shared = { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 40, snapshots: 2 };

let report: BackendReport;
const resultsOf = async (
  arms: readonly [Settings, ...Settings[]],
  more: Settings = {},
  environment: Environment = nodeEnvironment,
) => {
  const results: Result[] = [];
  const experiment = canonical({ shared: { ...shared, ...more }, arms });
  for await (const result of simulate(experiment, environment, {
    report,
    wanted: () => ['network'],
  }))
    results.push(result);
  return results;
};

const failuresOf = (results: readonly Result[]) =>
  results.flatMap((result) => (result.kind === 'failure' ? [result.failure] : []));

const numbersOf = (results: readonly Result[]): readonly number[] =>
  results.flatMap((result) =>
    result.kind === 'kernel'
      ? [...result.values]
      : result.kind === 'curve' || result.kind === 'prediction'
        ? [...result.lossTrain, ...result.lossTest]
        : [],
  );

describe('a failure', () => {
  beforeAll(async () => {
    report = await startBackend(nodeEnvironment, 'wasm');
  });
  let before = 0;
  beforeEach(() => {
    before = tf.memory().numTensors;
  });
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(before);
  });

  it('by a rate above the limit names step, rate and limit, and leaves the other arm alone', async () => {
    const results = await resultsOf([{ rate: 3, 'net.width': 16 }, { rate: 0.5 }]);
    const [failure, ...others] = failuresOf(results);
    const steps = (arm: string): readonly number[] =>
      results.flatMap((r) => (r.kind === 'curve' && r.arm === arm ? [...r.steps] : []));

    expect(others).toEqual([]);
    expect(failure).toMatchObject({ kind: 'diverged', arm: 'A', seed: 0 });
    expect(failure?.sentence).toMatch(
      /^A diverged by step \d+: η = [\d.]+ is above 2n\/λ_max = [\d.]+\.$/,
    );
    expect(failure?.action).toMatch(/^Choose a rate below [\d.]+/);
    expect(steps('A').at(-1)).toBe((failure?.step ?? NaN) - 1);
    expect(steps('B').at(-1)).toBe(40);
    expect(numbersOf(results).every(Number.isFinite)).toBe(true);
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('at the very limit does not call the rate above it', () => {
    const rate = {
      kind: 'rate',
      arm: 'A',
      seed: 0,
      eta: 2,
      stabilityLimit: 2,
      approximate: false,
    } as const;
    const { failure } = divergence(rate, 9, rate, plainRule);

    expect(failure.sentence).toBe('A diverged by step 9: η = 2 is no less than 2n/λ_max = 2.');
  });

  it('by a kernel of zero still shows the kernel', async () => {
    const results = await resultsOf([{ init: 'constant', 'init.c': 0, bias: false }]);
    const kernel = results.find(({ kind }) => kind === 'kernel');

    expect(kernel).toMatchObject({ values: new Float32Array(64) });
    expect(failuresOf(results)).toMatchObject([{ kind: 'no-gradient', arm: 'A', step: 0 }]);
    expect(results.some(({ kind }) => kind === 'curve')).toBe(false);
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('by nothing that trains says so', async () => {
    const results = await resultsOf([{ 'net.depth': 1, 'net.train': 'hidden' }]);

    expect(failuresOf(results)).toMatchObject([
      {
        kind: 'no-gradient',
        arm: 'A',
        sentence: expect.stringMatching(/^Nothing trains in A/) as string,
      },
    ]);
  });

  it('by overflow before the first step has a sentence of its own', async () => {
    const results = await resultsOf([
      {
        init: 'constant',
        'init.c': 10,
        scaling: 'standard',
        act: 'linear',
        'net.width': 64,
        'net.depth': 20,
      },
      { init: 'gaussian', scaling: 'ntk', 'net.depth': 2, act: 'tanh' },
    ]);

    expect(failuresOf(results)).toMatchObject([{ kind: 'diverged', arm: 'A', seed: 0, step: 0 }]);
    expect(failuresOf(results)[0]?.sentence).toContain('before the first step');
    expect(numbersOf(results).every(Number.isFinite)).toBe(true);
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('by constant weights has no limit to show, and says why', async () => {
    const results = await resultsOf([{ init: 'constant', 'init.c': 1, 'net.width': 8 }]);

    expect(results.find(({ kind }) => kind === 'limit')).toMatchObject({
      exists: false,
      reason: expect.stringContaining('identical') as string,
    });
  });

  it('by memory is known before it is taken, and ends the run', async () => {
    const results = await resultsOf([{ 'net.width': 4096, 'net.depth': 200 }]);
    const [failure] = failuresOf(results);

    expect(failure).toMatchObject({ kind: 'out-of-memory' });
    expect(failure).not.toHaveProperty('arm');
    expect(failure?.sentence).toContain('GB');
    expect(results.at(-1)?.kind).toBe('failure');
  });

  it('by too many samples says how many there are', async () => {
    const read = (name: string) => readFile(new URL(`../../public/${name}`, import.meta.url));
    const more = { data: 'digits', 'data.n': 400, 'data.test': 400 };
    const results = await resultsOf([{}], more, { ...nodeEnvironment, fetchFile: read });

    expect(failuresOf(results)).toMatchObject([{ kind: 'bad-data' }]);
    // Of the digits 3 and 8 there are 183 and 174.
    expect(failuresOf(results)[0]?.sentence).toContain('357');
    expect(results.map(({ kind }) => kind)).toEqual(['backend', 'failure']);
  });

  it('by a file that is not there ends the run with its name', async () => {
    const results = await resultsOf([{}], { data: 'digits' });

    expect(failuresOf(results)).toMatchObject([{ kind: 'bad-data' }]);
    expect(failuresOf(results)[0]?.sentence).toContain('digits.bin');
  });
});
