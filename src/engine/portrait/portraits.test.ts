import * as tf from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mean } from '../../math/summary.ts';
import { sphereFcNtk } from '../../nn/reference/sphereFcNtk.ts';
import { sphereResNtk } from '../../nn/reference/sphereResNtk.ts';
import type { Settings } from '../../nn/Settings.ts';
import { zonalEigenvalues } from '../../nn/sphere/zonalEigenvalues.ts';
import { zonalRule } from '../../nn/sphere/zonalRule.ts';
import { canonical } from '../../spec/canonical.ts';
import type { BackendReport, HarmonicsResult, ProfileResult, Result } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import { simulate } from '../simulate.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';

const environment = {
  ...nodeEnvironment,
  fetchFile: (name: string) => readFile(new URL(`../../../public/${name}`, import.meta.url)),
};
const relu = { act: 'relu', sw2: 2, bias: false };

/** The portraits of this group alone. */
const wanted = () => ['network'] as const;

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

/** What a run without training tells. */
async function run(shared: Settings, ...arms: readonly Settings[]): Promise<readonly Result[]> {
  const [first = {}, ...later] = arms;
  const small = { data: 'sphere', 'data.n': 6, 'data.test': 4, steps: 0, ...shared };
  const experiment = canonical({ shared: small, arms: [{ 'net.width': 16, ...first }, ...later] });
  const results: Result[] = [];
  for await (const result of simulate(experiment, environment, { report, wanted }))
    results.push(result);
  expect(results.filter(({ kind }) => kind === 'failure')).toEqual([]);
  return results;
}

const profilesOf = (
  results: readonly Result[],
  from: ProfileResult['source'],
): readonly ProfileResult[] =>
  results.filter(
    (result): result is ProfileResult => result.kind === 'profile' && result.source === from,
  );
const harmonicsOf = (results: readonly Result[]): readonly HarmonicsResult[] =>
  results.filter((result) => result.kind === 'harmonics');

const close = (found: Float64Array, want: Float64Array, digits: number): void => {
  expect(found.length).toBe(want.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(want[i]!, digits));
};

describe('the limit by angle', () => {
  it('of a ReLU network is the arc-cosine recursion, at every depth', async () => {
    const [profile] = profilesOf(await run({}, { ...relu, 'net.depth': 2 }), 'limit');
    const { angles, values, depths, circle } = profile!;
    const exact = (hidden: number): Float64Array =>
      angles.map((angle) => sphereFcNtk(Math.cos(angle), hidden));

    expect(angles.length).toBe(65);
    close(values, exact(2), 12);
    expect(depths.map(({ depth }) => depth)).toEqual([1, 3, 10, 30, 100]);
    depths.forEach(({ depth, values: at }) => close(at, exact(depth), 10));
    expect(profile!.spikiness).toBeGreaterThan(1);
    // Frequencies far below the number of inputs are hardly aliased.
    const mu = zonalEigenvalues(
      zonalRule().nodes.map((angle) => sphereFcNtk(Math.cos(angle), 2)),
      2,
      4,
    );
    expect(circle.length).toBe(33);
    close(circle.slice(0, 5), mu, 4);
  });

  it('of a ResNTK is its recursion', async () => {
    const arm = { ...relu, net: 'resntk', 'net.depth': 5, 'net.gamma': 1 };
    const [profile] = profilesOf(await run({}, arm), 'limit');

    close(
      profile!.values,
      profile!.angles.map((angle) => sphereResNtk(Math.cos(angle), 5, 1 / 5)),
      12,
    );
    profile!.depths.forEach(({ depth, values }) =>
      close(
        values,
        profile!.angles.map((angle) => sphereResNtk(Math.cos(angle), depth, 1 / depth)),
        10,
      ),
    );
  });

  it.each([
    ['fully connected', { 'net.depth': 2 }, 0.05],
    ['convolutional', { net: 'conv', 'net.depth': 1 }, 0.1],
    ['recurrent', { net: 'rnn' }, 0.1],
  ])('is where the profiles of wide networks go: %s', async (_name, arm, bound) => {
    const gap = async (width: number): Promise<number> => {
      const results = await run({ seeds: 4 }, { ...arm, 'net.width': width });
      const [limit] = profilesOf(results, 'limit');
      const networks = profilesOf(results, 'network');

      expect(networks.map(({ seed }) => seed)).toEqual([0, 1, 2, 3]);
      return mean(
        networks.flatMap(({ values, angles }) => {
          close(angles, limit!.angles, 14);
          return Math.max(...values.map((value, i) => Math.abs(value - limit!.values[i]!)));
        }),
      );
    };
    const [narrow, wide] = [await gap(8), await gap(512)];

    expect(wide).toBeLessThan(bound);
    expect(wide).toBeLessThan(narrow / 3);
  });

  it('is told of neither where there is none, but of the network', async () => {
    const results = await run({}, { init: 'constant' });

    expect(profilesOf(results, 'limit')).toEqual([]);
    expect(profilesOf(results, 'network').length).toBe(1);
    expect(harmonicsOf(results)).toMatchObject([
      { exists: false, reason: expect.stringContaining('identical') as string },
    ]);
  });
});

describe('harmonics', () => {
  it('of a ReLU network are those of the closed form, on every sphere', async () => {
    const [harmonics] = harmonicsOf(await run({}, { ...relu, 'net.depth': 3 }));
    const kernel = zonalRule().nodes.map((angle) => sphereFcNtk(Math.cos(angle), 3));

    if (!harmonics?.exists) throw new Error('harmonics are missing');
    expect(harmonics.spheres.map(({ d }) => d)).toEqual([2, 3, 4, 5]);
    for (const { d, eigenvalues } of harmonics.spheres)
      close(eigenvalues, zonalEigenvalues(kernel, d, 80), 12);
  });

  it('are there for single numbers too, which have no circle', async () => {
    const results = await run({ data: 'regression' }, relu);

    expect(profilesOf(results, 'network')).toEqual([]);
    expect(profilesOf(results, 'limit')).toEqual([]);
    expect(harmonicsOf(results)).toMatchObject([{ exists: true }]);
  });

  it.each([
    ['a convolution', { net: 'conv', 'net.depth': 1 }, 'where the numbers of an input stand'],
    ['an activation that jumps', { act: 'step' }, 'derivative'],
    ['values beyond float64', { act: 'relu', sw2: 100, 'net.depth': 200 }, 'float64'],
  ])('of %s do not exist, for a reason', async (_name, arm, reason) => {
    const results: Result[] = [];
    const experiment = canonical({
      shared: { data: 'sphere', 'data.n': 6, 'data.test': 4, steps: 0 },
      arms: [{ 'net.width': 8, ...arm }],
    });
    for await (const result of simulate(experiment, environment, { report, wanted }))
      results.push(result);

    expect(harmonicsOf(results)).toMatchObject([
      { exists: false, reason: expect.stringContaining(reason) as string },
    ]);
  });
});

describe('layers', () => {
  it('are told of the first network of each arm, and sum to the trace of its kernel', async () => {
    for (const kernel of ['mean', 'full']) {
      const shared = { data: 'digits', 'data.classes': 'all', 'data.n': 20, kernel, seeds: 2 };
      const results = await run(shared, {}, { 'net.depth': 1 });
      const layers = results.filter((result) => result.kind === 'layers');

      expect(layers.map(({ arm, seed }) => `${arm}${seed}`)).toEqual(['A0', 'B0']);
      expect(layers.map((one) => one.layers.length)).toEqual([4, 2]);
      for (const { arm, seed, layers: shares } of layers) {
        const theta = results.find(
          (result) => result.kind === 'kernel' && result.arm === arm && result.seed === seed,
        );
        if (theta?.kind !== 'kernel') throw new Error('the kernel is missing');
        const whole = theta.values.reduce(
          (sum, value, at) => (at % (theta.size + 1) === 0 ? sum + value : sum),
          0,
        );
        expect(theta.size).toBe(kernel === 'full' ? 200 : 20);
        expect(shares.reduce((sum, { trace }) => sum + trace, 0) / whole).toBeCloseTo(1, 5);
      }
    }
  });
});
