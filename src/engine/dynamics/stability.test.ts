import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import type { BackendReport, Result, SharpnessResult } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import type { Portray } from '../portrait/portray.ts';
import { simulate, type SimulateOptions } from '../simulate.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

const small = {
  data: 'sphere',
  'data.n': 8,
  'data.test': 4,
  'data.dim': 4,
  steps: 12,
  snapshots: 3,
};
const net = { 'net.width': 12, 'net.depth': 2 };

const experiment = (shared: Settings, ...arms: readonly Settings[]) => {
  const [first = {}, ...others] = arms;
  return canonical({ shared: { ...small, ...shared }, arms: [{ ...net, ...first }, ...others] });
};

const only = <K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): readonly Extract<Result, { kind: K }>[] =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

async function run(
  of: ReturnType<typeof experiment>,
  options: SimulateOptions = { wanted: () => ['dynamics'] },
): Promise<readonly Result[]> {
  const before = tf.memory().numTensors;
  const results: Result[] = [];
  for await (const result of simulate(of, nodeEnvironment, { report, ...options }))
    results.push(result);
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

describe('stability along training', () => {
  it('is told of the first network of each arm wherever kernels are measured', async () => {
    const results = await run(experiment({ seeds: 2 }, {}, { opt: 'momentum' }));
    const found = only(results, 'sharpness');
    const eta = (arm: string): number =>
      only(results, 'rate').find((rate) => rate.arm === arm && rate.seed === 0)!.eta;

    expect(found.map(({ arm, seed, step }) => `${arm}${seed} at ${step}`)).toEqual(
      [0, 4, 8, 12].flatMap((step) => [`A0 at ${step}`, `B0 at ${step}`]),
    );
    for (const { arm, step, limit, gaussNewton, hessian, residual } of found) {
      expect(limit * eta(arm)).toBeCloseTo(arm === 'A' ? 2 : 2 * 1.9, 10);
      const [largest = NaN] = only(results, 'spectrum').find(
        (spectrum) =>
          spectrum.source === 'network' &&
          spectrum.arm === arm &&
          spectrum.seed === 0 &&
          spectrum.step === step,
      )!.eigenvalues;
      expect(gaussNewton / (largest / 8)).toBeCloseTo(1, 4);
      expect(hessian).toBeGreaterThan(0.5 * gaussNewton);
      expect(residual).toBeLessThan(0.05 * hessian);
    }
    expect(only(results, 'hierarchy').map(({ arm, seed }) => `${arm}${seed}`)).toEqual([
      'A0',
      'B0',
    ]);
    expect(only(results, 'hierarchy').every(({ rate }) => rate! > 0)).toBe(true);
  });

  it('has no limit with rules whose steps do not follow the gradient’s size', async () => {
    const results = await run(experiment({ steps: 1 }, { opt: 'adam', rate: 0.01 }));

    expect(only(results, 'sharpness').map(({ limit }) => limit)).toEqual([NaN, NaN]);
  });

  it('keeps to the rate that was set on the way, and is the same for those who look late', async () => {
    const of = experiment({}, { rate: 0.2, 'rate.unit': 'plain' });
    const rateOf: SimulateOptions['rateOf'] = (_, step) =>
      step < 8 ? { until: 8 } : { value: 0.1, unit: 'plain' };
    let portray: Portray | undefined;
    const wanted: SimulateOptions['wanted'] = (given) => {
      portray = given;
      return [];
    };
    const quiet = await run(of, { rateOf, wanted, following: () => false });
    expect(only(quiet, 'sharpness')).toEqual([]);
    const told = only(await run(of, { rateOf }), 'sharpness');
    const late: SharpnessResult[] = [];
    for await (const result of portray!('dynamics', new AbortController().signal))
      if (result.kind === 'sharpness') late.push(result);

    expect(told.map(({ limit }) => limit)).toEqual([10, 10, 20, 20]);
    expect(late).toEqual(told);
  });

  it('grows sharper along training, up to the edge of stability', async () => {
    const shared = {
      'data.n': 24,
      'data.dim': 6,
      'data.target': 'random',
      steps: 800,
      snapshots: 4,
    };
    const arm = { 'net.width': 32, act: 'tanh', sw2: 0.5, rate: 0.5 };
    const found = only(await run(experiment(shared, arm)), 'sharpness');
    const shares = found.map(({ hessian, limit }) => hessian / limit);

    expect(shares[0]).toBeLessThan(0.6);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThan(1.1);
  });

  it('says of the third kernel why it is not there', async () => {
    const [hierarchy] = only(await run(experiment({ steps: 0 }, { act: 'relu' })), 'hierarchy');

    expect(hierarchy?.rate).toBeUndefined();
    expect(hierarchy?.unknown).toMatch(/\.$/);
  });
});
