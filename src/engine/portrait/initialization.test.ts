import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, product, scaled } from '../../math/matrix.ts';
import { mean, standardError } from '../../math/summary.ts';
import { singularValues } from '../../math/singularValues.ts';
import { normals, stream } from '../../math/rng.ts';
import { asMatrix } from '../../nn/matrixOps.ts';
import type { Settings } from '../../nn/Settings.ts';
import { stagesOf } from '../../nn/stagesOf.ts';
import { still } from '../../nn/tangentOps.ts';
import { trace } from '../../nn/trace.ts';
import { canonical } from '../../spec/canonical.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import { resolveArms } from '../../spec/resolve.ts';
import type { BackendReport, JacobianResult, MatricesResult, Result } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import { simulate, type SimulateOptions } from '../simulate.ts';
import { armOf } from '../testing/networkOfArm.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { jacobians } from './jacobians.ts';
import type { Portray } from './portray.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

/** What a run tells, to its end or up to the first result of a kind. */
async function run(
  shared: Settings,
  arms: readonly Settings[],
  options: SimulateOptions = {},
  upTo: Result['kind'] = 'done',
): Promise<readonly Result[]> {
  const before = tf.memory().numTensors;
  const small = { data: 'sphere', 'data.n': 6, 'data.test': 4, steps: 0, ...shared };
  const results: Result[] = [];
  const experiment = canonical({ shared: small, arms });
  for await (const result of simulate(experiment, nodeEnvironment, { report, ...options })) {
    results.push(result);
    if (result.kind === upTo) break;
  }
  expect(results.at(-1)?.kind).toBe(upTo);
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

const found = <K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): readonly Extract<Result, { kind: K }>[] =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

const initializationOf = async (
  arm: Settings,
  shared: Settings = {},
): Promise<{ matrices: MatricesResult['matrices']; jacobian: JacobianResult }> => {
  const first = { wanted: () => ['initialization'] as const };
  const results = await run(shared, [arm], first, 'jacobian');
  return {
    matrices: found(results, 'matrices')[0]!.matrices,
    jacobian: found(results, 'jacobian')[0]!,
  };
};

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('weight matrices at the start', () => {
  it('are the effective ones, the same in both parameterizations', async () => {
    const arm = { 'net.width': 60, 'net.depth': 2, sw2: 1.7 };
    const [plain, standard] = [
      await initializationOf(arm),
      await initializationOf({ ...arm, scaling: 'standard' }),
    ];

    expect(plain.matrices.map(({ label }) => label)).toEqual(['dense 1', 'dense 2', 'readout']);
    const [, inner] = plain.matrices;
    expect([inner!.fanIn, inner!.fanOut, inner!.rank, inner!.heavy]).toEqual([60, 60, 60, false]);
    // Of 3600 normals: within four standard errors.
    expect(Math.abs(inner!.variance / (1.7 / 60) - 1)).toBeLessThan(4 * Math.sqrt(2 / 3600));
    expect(Math.abs(inner!.mean)).toBeLessThan(4 * Math.sqrt(1.7 / 60 / 3600));
    expect(sum(inner!.histogram.counts)).toBe(3600);
    // Marchenko and Pastur: s² of a square matrix has mean σ_w² and ends at 4σ_w².
    expect(inner!.singular![0]! ** 2).toBeGreaterThan(3.2 * 1.7);
    expect(inner!.singular![0]! ** 2).toBeLessThan(4.6 * 1.7);
    plain.matrices.forEach(({ singular, variance }, k) => {
      expect(standard.matrices[k]!.variance / variance).toBeCloseTo(1, 12);
      singular!.forEach((value, i) =>
        expect(standard.matrices[k]!.singular![i]! / value).toBeCloseTo(1, 9),
      );
    });
  });

  it('have equal singular values if orthogonal, and rank one if constant', async () => {
    const shape = { 'net.width': 12, 'net.depth': 1, sw2: 2 };
    const { matrices } = await initializationOf({ ...shape, init: 'orthogonal' });
    const [first] = matrices;
    expect(first!.rank).toBe(Math.min(first!.fanIn, 12));
    first!.singular!.forEach((value) => expect(value / first!.singular![0]!).toBeCloseTo(1, 13));
    // √(σ_w²/in)·√max(in, out).
    const scale = Math.sqrt((2 / first!.fanIn) * Math.max(first!.fanIn, 12));
    expect(first!.singular![0]).toBeCloseTo(scale, 13);

    const constant = await initializationOf({ ...shape, init: 'constant', 'init.c': 3 });
    for (const portrait of constant.matrices) {
      expect(portrait.rank).toBe(1);
      expect(portrait.histogram.counts.length).toBe(1);
      expect(portrait.variance).toBeLessThan(1e-25);
      expect(portrait.tail.exponent).toBeGreaterThan(1e9);
    }
  });

  it('have the exponent of their tail, and know whether it means something', async () => {
    const { matrices } = await initializationOf({
      init: 'student',
      'init.nu': 3,
      'net.width': 150,
      'net.depth': 2,
    });
    const { tail, heavy } = matrices[1]!;

    expect(heavy).toBe(true);
    expect(tail.kept).toBe(150);
    expect(tail.error).toBeCloseTo(tail.exponent / Math.sqrt(150), 12);
    // A finite threshold bends the exponent a little downwards.
    expect(tail.exponent).toBeGreaterThan(2);
    expect(tail.exponent).toBeLessThan(3.6);
  });

  it('too large to be taken apart say so, with their size', async () => {
    const { matrices, jacobian } = await initializationOf({ 'net.width': 1600, 'net.depth': 2 });

    expect(matrices[1]!.singular).toBeUndefined();
    expect(matrices[1]!.unknown).toContain('1600×1600');
    expect(matrices[0]!.singular!.length).toBe(matrices[0]!.fanIn);
    expect(sum(matrices[1]!.histogram.counts)).toBe(1600 * 1600);
    expect(jacobian.hidden).toEqual([]);
    expect(jacobian.unknown).toContain('1600');
    expect(jacobian.fromInputs.length).toBe(3);
    expect(jacobian.isometry).toBeGreaterThan(0);
  }, 20_000);
});

describe('Jacobians at the start', () => {
  it('of a linear network are products of its matrices', async () => {
    const values = { act: 'linear', 'net.width': 9, 'net.depth': 3, sw2: 1.3 };
    const { jacobian } = await initializationOf(values);
    const inputs = jacobian.fromInputs[0]!.columns;
    const layer = layerOf(armOf(values), { inputs, outputs: 1 });
    const weights = layer
      .draw(weightStream(1, 0))
      .filter(({ role }) => role === 'W')
      .map((each) => scaled(asMatrix(each), Math.sqrt(1.3 / each.shape[0]!)));
    const [first, second, third, readout] = weights;
    const both = product(second!, third!);
    const close = (singular: Float64Array, want: Float64Array): void =>
      singular.forEach((value, k) => expect(Math.abs(value - want[k]!)).toBeLessThan(1e-12));

    expect(jacobian.hidden.map(({ label, depth }) => [label, depth])).toEqual([
      ['layer 2', 1],
      ['layer 3', 2],
    ]);
    close(jacobian.hidden[0]!.singular, singularValues(second!));
    close(jacobian.hidden[1]!.singular, singularValues(both));
    close(jacobian.fromInputs[0]!.singular, singularValues(first!));
    close(
      jacobian.fromInputs[3]!.singular,
      singularValues(product(product(first!, both), readout!)),
    );
    expect(jacobian.fromInputs.map(({ label, depth }) => [label, depth])).toEqual([
      ['layer 1', 1],
      ['layer 2', 2],
      ['layer 3', 3],
      ['outputs', 3],
    ]);
    const { singular } = jacobian.hidden[1]!;
    const squares = mean(singular.map((value) => value ** 2));
    expect(jacobian.isometry).toBeCloseTo(mean(singular) ** 2 / squares, 12);
  });

  it('of orthogonal linear networks are isometries, at every depth', async () => {
    const { jacobian } = await initializationOf({
      act: 'linear',
      init: 'orthogonal',
      sw2: 1,
      'net.width': 20,
      'net.depth': 10,
    });

    expect(jacobian.isometry).toBeCloseTo(1, 12);
    expect(jacobian.theory).toMatchObject({ exists: true });
    if (!jacobian.theory.exists) return;
    jacobian.theory.meanSquare.forEach((value) => expect(value).toBeCloseTo(1, 12));
    jacobian.theory.variance.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-12));
  });

  it.each([
    [{ net: 'resntk' }, 'fully connected'],
    [{ act: 'step' }, 'jumps'],
    [{ init: 'constant' }, 'identical'],
    [{ init: 'student', 'init.nu': 5 }, 'light tails'],
    [{ init: 'sparse' }, 'sums k others'],
  ])('have no prediction for %j, for a reason', async (arm, reason) => {
    const { jacobian } = await initializationOf({ 'net.width': 8, 'net.depth': 3, ...arm });

    expect(jacobian.theory).toMatchObject({
      exists: false,
      reason: expect.stringContaining(reason) as string,
    });
    expect(jacobian.hidden.length).toBeGreaterThan(1);
  });

  it('end where numbers do', async () => {
    const { jacobian } = await initializationOf({
      act: 'linear',
      sw2: 100,
      bias: false,
      'net.width': 20,
      'net.depth': 200,
      init: 'constant',
      'init.c': 10,
    });

    expect(jacobian.unknown).toContain('beyond float64');
    expect(jacobian.fromInputs.length).toBeGreaterThan(50);
    expect(jacobian.fromInputs.length).toBeLessThan(200);
  }, 20_000);

  it.each([
    ['orthogonal', 0.0512, 0.003],
    ['gaussian', 12.05, 1.5],
  ])(
    'of critical tanh networks spread as free probability says: %s',
    async (init, want, bound) => {
      const [width, d] = [200, 30];
      const raw = normals(stream('x'), d);
      // The mean square of tanh at q* = 0.02592, so that q stays there.
      const size = Math.sqrt((0.02592 - 2.01e-5) / 1.05 / mean(raw.map((value) => value ** 2)));
      const x = matrix(
        1,
        d,
        raw.map((value) => size * value),
      );
      const critical = { act: 'tanh', init, sw2: 1.05, sb2: 2.01e-5 };
      const [arm] = resolveArms(
        canonical({ shared: {}, arms: [{ ...critical, 'net.width': width, 'net.depth': 13 }] }),
      );
      const layer = layerOf(arm!, { inputs: d, outputs: 1 });
      const steps = trace(layer, d);
      const stages = stagesOf(steps);
      const last = { ...stages[12]!, depth: 12 };
      const bare = { environment: nodeEnvironment, breathe: () => Promise.resolve() };
      const spreads: number[] = [];
      for (let seed = 0; seed < 6; seed++) {
        const parameters = layer.draw(weightStream(seed, 0)).map(still);
        const { stages: told } = await jacobians(bare, { steps, parameters, x }, stages[0]!.at, [
          last,
        ]);
        const squares = told[0]!.singular.map((value) => value ** 2);
        const centre = mean(squares);
        expect(centre).toBeGreaterThan(0.75);
        expect(centre).toBeLessThan(1.3);
        spreads.push(mean(squares.map((value) => (value / centre - 1) ** 2)));
      }

      expect(Math.abs(mean(spreads) - want)).toBeLessThan(4 * standardError(spreads));
      expect(Math.abs(mean(spreads) - want)).toBeLessThan(bound);
    },
    20_000,
  );
});

describe('portraits that are asked for later', () => {
  const groups = ['network', 'initialization'] as const;
  const portraitKinds = [
    'layers',
    'profile',
    'harmonics',
    'matrices',
    'jacobian',
    'signals',
    'curvature',
  ];
  const portraitsIn = (results: readonly Result[]): readonly Result[] =>
    results.filter(({ kind }) => portraitKinds.includes(kind));

  it('are those of the start, even when the run has trained and ended', async () => {
    const shared = { steps: 4, seeds: 2 };
    const arms = [
      { 'net.width': 10, 'net.depth': 2 },
      { act: 'relu', 'net.width': 8 },
    ];
    const before = portraitsIn(await run(shared, arms));
    let later: Portray | undefined;
    const without = await run(shared, arms, {
      wanted: (portray) => {
        later = portray;
        return [];
      },
    });
    expect(portraitsIn(without)).toEqual([]);

    const tensors = tf.memory().numTensors;
    const found: Result[] = [];
    for (const group of groups)
      for await (const result of later!(group, new AbortController().signal)) found.push(result);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(new Set(before.map(({ kind }) => kind)).size).toBeGreaterThan(4);
    // Limits at other depths are as many as there is time for.
    const essence = (results: readonly Result[]) =>
      results.map((result) => (result.kind === 'profile' ? { ...result, depths: [] } : result));
    expect(essence(found)).toEqual(essence(before));
  });

  it('end at once, and without a word, when they are called off', async () => {
    let later: Portray | undefined;
    await run({}, [{ 'net.width': 10 }], {
      wanted: (portray) => {
        later = portray;
        return ['initialization'];
      },
    });
    const tensors = tf.memory().numTensors;
    const abort = new AbortController();
    abort.abort();
    for (const group of groups)
      for await (const result of later!(group, abort.signal)) expect(result).toBeUndefined();
    expect(tf.memory().numTensors).toBe(tensors);
  });
});
