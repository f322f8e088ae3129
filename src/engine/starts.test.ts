import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { memoryNeed } from './memoryNeed.ts';
import { simulate } from './simulate.ts';
import { armOf } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const environment = {
  ...nodeEnvironment,
  fetchFile: (name: string) => readFile(new URL(`../../public/${name}`, import.meta.url)),
};

let report: BackendReport;
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

/** A short training of one arm. */
async function run(arm: Settings): Promise<readonly Result[]> {
  const shared = { data: 'sphere', 'data.n': 8, 'data.test': 4, 'data.dim': 4, steps: 4 };
  const experiment = canonical({
    shared,
    arms: [{ 'net.width': 16, act: 'relu', 'net.depth': 2, ...arm }],
  });
  const results: Result[] = [];
  for await (const result of simulate(experiment, environment, { report })) results.push(result);
  expect(results.filter(({ kind }) => kind === 'failure')).toEqual([]);
  return results;
}

const only = <K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): readonly Extract<Result, { kind: K }>[] =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

describe('a run', () => {
  it.each([
    [{ init: 'zero' }, false],
    [{ init: 'zero', net: 'convres' }, false],
    [{ init: 'looks-linear' }, false],
    [{ init: 'isometric', net: 'resntk' }, false],
    [{ init: 'isometric', net: 'convres' }, false],
    [{ init: 'fixup', net: 'tirer' }, true],
    [{ init: 'skipinit', net: 'preact' }, true],
    [{ init: 'large-bias' }, true],
    [{ init: 'large-bias', 'init.B': 0.5, net: 'conv', act: 'tanh' }, true],
    [{ init: 'large-bias', net: 'rnn', sw2: 1 }, true],
    [{ init: 'large-bias', mirror: true }, true],
    [{ init: 'zero', mirror: true }, false],
  ] as const)('starts, trains, and shows a limit or says why not: %o', async (arm, exists) => {
    const results = await run(arm);
    const [limit] = only(results, 'limit');

    expect(limit?.exists).toBe(exists);
    if (limit?.exists === false) expect(limit.reason).toMatch(/\.$/);
    expect(only(results, 'outputs').length).toBeGreaterThan(0);
    expect(only(results, 'prediction').length).toBe(exists ? 2 : 1);
  });

  it('of a mirrored network starts from zero and has the kernel of the plain one', async () => {
    const [plain, pair] = [await run({}), await run({ mirror: true })];
    const [start] = only(pair, 'outputs');
    const last = only(pair, 'outputs').at(-1);
    const theta = (results: readonly Result[]): Float32Array | undefined =>
      only(results, 'kernel')[0]?.values;

    expect([...start!.f].every((value) => Math.abs(value) < 1e-6)).toBe(true);
    expect([...last!.f].some((value) => Math.abs(value) > 1e-3)).toBe(true);
    theta(pair)!.forEach((value, at) =>
      expect(Math.abs(value - theta(plain)![at]!)).toBeLessThan(1e-5 * Math.abs(value) + 1e-6),
    );
  });

  it('of a mirrored network needs the memory of two', () => {
    const size = { n: 8, nTest: 4, inputs: 4, outputs: 1, form: 'mean' } as const;
    const [plain, pair] = [{}, { mirror: true }].map((values) => memoryNeed(armOf(values), size));

    expect(pair!.resident).toBe(2 * plain!.resident);
    expect(pair!.working).toBeGreaterThan(1.5 * plain!.working);
  });
});
