import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { Settings } from '../nn/Settings.ts';
import { layerOf, weightStream } from '../spec/layerOf.ts';
import { startBackend } from './backend/startBackend.ts';
import { joinTeams } from './joinTeams.ts';
import { upload } from './network.ts';
import { armOf } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { relativeError } from './testing/relativeError.ts';
import { tensorCount } from './testing/tensorCount.ts';
import { teamSize } from './teamSize.ts';
import { trainer, uploadBatch, type Batch, type Trainer } from './training.ts';
import { ruleOf } from './trainingRule.ts';

const [n, d, seed] = [7, 4, 11];

const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(3).fork(name), rows * cols).map(Math.fround));

/** Targets of three classes, ±1, or any numbers. */
function samplesOf(loss: unknown): Samples {
  const classes = matrix(
    n,
    3,
    Float64Array.from({ length: 3 * n }, (_, p) => (((p * 5) % 7) % 3 === 0 ? 2 : -1) / 3),
  );
  const signs = matrix(n, 1, Float64Array.of(1, -1, -1, 1, 1, -1, 1));
  const y = loss === 'softmax' ? classes : loss === 'logistic' ? signs : random(n, 2, 'y');
  return {
    x: random(n, d, 'x'),
    xTest: random(3, d, 'xTest'),
    y,
    yTest: matrix(3, y.cols),
    order: 'as drawn',
    standardization: 'standard normal',
  };
}

/** Networks of one arm, as a run draws them. */
function networksOf(
  values: Settings,
  samples: Samples,
  batch: Batch,
  count = 3,
): readonly Trainer[] {
  const arm = armOf({ 'net.width': 6, 'net.depth': 2, ...values });
  const layer = layerOf(arm, { inputs: d, outputs: samples.y.cols });
  return Array.from({ length: count }, (_, place) =>
    trainer(upload(layer, layer.draw(weightStream(seed, place))), batch, ruleOf(arm, seed)),
  );
}

const together = (members: readonly Trainer[]): readonly Trainer[] => {
  joinTeams(members, members.length);
  return members;
};

/** Takes a team to a step; records of each at all steps, and its outputs at the end. */
async function advanced(members: readonly Trainer[], to: number, etas: readonly number[]) {
  const { team } = members[0]!.seat();
  if (!team) throw new Error('these are no team');
  const etaOf = new Map(members.map((member, place) => [member.seat(), etas[place]!]));
  const passages = await team.advance(
    to,
    (seat) => etaOf.get(seat)!,
    (step) => step % 2 === 0,
    true,
  );
  return members.map((member) => {
    const { records, last } = passages.get(member.seat())!;
    return [...records, ...last];
  });
}

const alone = async (network: Trainer, to: number, eta: number) => [
  ...(await network.advance(to, eta, (step) => step % 2 === 0)),
  await network.outputs(),
];

const cases: readonly (readonly [string, Settings])[] = [
  ['tanh', { act: 'tanh' }],
  ['ReLU in standard scaling, without biases', { act: 'relu', scaling: 'standard', bias: false }],
  ['leaky ReLU', { act: 'leaky' }],
  ['erf with momentum', { act: 'erf', opt: 'momentum' }],
  ['GELU with Nesterov and decay', { act: 'gelu', opt: 'nesterov', decay: 0.1 }],
  ['sine with Adam', { act: 'sin', opt: 'adam', 'opt.eps': 0.01 }],
  [
    'softmax with RMSProp in mini-batches',
    { loss: 'softmax', opt: 'rmsprop', 'opt.eps': 0.01, batch: 3 },
  ],
  ['logistic in mini-batches with decay', { loss: 'logistic', batch: 2, decay: 0.2 }],
  ['mirrored', { mirror: true }],
  ['an output scale', { outscale: 3, opt: 'momentum' }],
  ['rates by layer', { scaling: 'standard', 'rate.layers': true }],
  ['first and last layer fixed', { 'net.train': 'hidden' }],
  ['ResNTK', { net: 'resntk' }],
  ['pre-activation', { net: 'preact' }],
  ['two linear layers', { net: 'linear2' }],
];

describe.each(['wasm', 'cpu'] as const)('networks in a team on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each(cases)('train as they do alone: %s', async (_, values) => {
    const before = tensorCount();
    const samples = samplesOf(values.loss);
    const batch = uploadBatch(samples);
    const small = values.opt === 'adam' || values.opt === 'rmsprop' ? 0.1 : 1;
    const etas = [0.3, 0.1, 0.2].map((eta) => small * eta);
    const apart = networksOf(values, samples, batch);
    const members = together(networksOf(values, samples, batch));

    const got = [await advanced(members, 3, etas), await advanced(members, 6, etas)];
    const trained = (to: number) =>
      Promise.all(apart.map((one, place) => alone(one, to, etas[place]!)));
    const want = [await trained(3), await trained(6)];

    got.flat().forEach((records, place) => {
      const expected = want.flat()[place]!;
      expect(records.map(({ step }) => step)).toEqual(expected.map(({ step }) => step));
      records.forEach(({ f, fTest }, k) => {
        // Mirrored networks start at 0.
        if (expected[k]!.f.data.every((value) => value === 0)) return;
        expect(relativeError(f, expected[k]!.f)).toBeLessThan(1e-5);
        expect(relativeError(fTest, expected[k]!.fTest)).toBeLessThan(1e-5);
      });
    });
    const moved = relativeError(got[1]![0]!.at(-1)!.f, want[0]![1]!.at(-1)!.f);
    expect(moved).toBeGreaterThan(0.01);
    for (const held of [...members, ...apart, batch]) held.dispose();
    expect(tensorCount()).toBe(before);
  });

  it('are not touched by one that diverges, and go on when it has gone', async () => {
    const before = tensorCount();
    const samples = samplesOf('mse');
    const batch = uploadBatch(samples);
    const apart = networksOf({ act: 'relu' }, samples, batch);
    const members = together(networksOf({ act: 'relu' }, samples, batch));
    const etas = [0.1, 1e30, 0.2];

    const [first] = (await advanced(members, 8, etas)).map((records) => records.at(-1)!);
    const lost = await members[1]!.outputs();
    members[1]!.dispose();
    await advanced([members[0]!, members[2]!], 20, [0.1, 0.2]);
    const [a, c] = [await members[0]!.outputs(), await members[2]!.outputs()];

    expect(lost.f.data.some(Number.isFinite)).toBe(false);
    expect(relativeError((await alone(apart[0]!, 8, 0.1)).at(-1)!.f, first!.f)).toBeLessThan(1e-6);
    expect(relativeError((await alone(apart[0]!, 20, 0.1)).at(-1)!.f, a.f)).toBeLessThan(1e-5);
    expect(relativeError((await alone(apart[2]!, 20, 0.2)).at(-1)!.f, c.f)).toBeLessThan(1e-5);
    expect(members[0]!.seat().team!.seats).toHaveLength(2);
    for (const held of [members[0]!, members[2]!, ...apart, batch]) held.dispose();
    expect(tensorCount()).toBe(before);
  });

  it('can be looked at, kept, and taken back, each by itself', async () => {
    const before = tensorCount();
    const samples = samplesOf('mse');
    const batch = uploadBatch(samples);
    const values = { opt: 'adam', batch: 3 };
    const [apart] = networksOf(values, samples, batch, 1);
    const members = together(networksOf(values, samples, batch));
    await advanced(members, 5, [0.01, 0.01, 0.01]);
    const held = members.map((member) => member.hold());
    await advanced(members, 9, [0.01, 0.02, 0.03]);

    members[0]!.restore(held[0]!);
    await members[0]!.advance(12, 0.02, () => false);
    await apart!.advance(5, 0.01, () => false);
    await apart!.advance(12, 0.02, () => false);

    expect(members.map((member) => member.step())).toEqual([12, 9, 9]);
    expect(members.map((member) => member.seat().team?.seats.length)).toEqual([undefined, 2, 2]);
    expect((await members[0]!.outputs()).f).toEqual((await apart!.outputs()).f);
    expect(members[1]!.network().weights.map(({ shape }) => shape)).toEqual(
      apart!.network().weights.map(({ shape }) => shape),
    );
    expect(members[1]!.network()).toBe(members[1]!.network());
    expect(() => members[0]!.restore(held[0]!)).toThrow('and once');
    held.slice(1).forEach((state) => state.dispose());
    for (const each of [...members, apart!, batch]) each.dispose();
    expect(tensorCount()).toBe(before);
  });
});

describe('the size of teams', () => {
  const sizeOf = (values: Settings, samples = 64): number =>
    teamSize(layerOf(armOf(values), { inputs: 16, outputs: 1 }), samples, 16);

  it('is large for small networks, and falls as they grow', () => {
    expect(sizeOf({ 'net.width': 32 })).toBeGreaterThanOrEqual(64);
    expect(sizeOf({ 'net.width': 2048 })).toBe(1);
    const sizes = [32, 64, 128, 256].map((width) => sizeOf({ 'net.width': width }));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizeOf({ 'net.width': 32 }, 1024)).toBeLessThan(sizeOf({ 'net.width': 32 }, 64));
  });

  it.each(['conv', 'convres', 'rnn'])('is 1 where rows meet: %s', (net) => {
    expect(sizeOf({ net, 'net.width': 4 })).toBe(1);
  });

  it('leaves networks beyond it to another team, and one that is left over to itself', () => {
    const samples = samplesOf('mse');
    const batch = {
      x: tf.zeros<tf.Rank.R2>([n, d]),
      xTest: tf.zeros<tf.Rank.R2>([1, d]),
      y: tf.zeros<tf.Rank.R2>([n, 2]),
    };
    const networks = networksOf({}, samples, { ...batch, dispose: () => undefined }, 5);
    joinTeams(networks, 2);
    const teams = networks.map((network) => network.seat().team);

    expect(teams[0]).toBe(teams[1]);
    expect(teams[2]).toBe(teams[3]);
    expect(teams[0]).not.toBe(teams[2]);
    expect(teams[4]).toBeUndefined();
    networks.forEach((network) => network.dispose());
    tf.dispose(Object.values(batch));
  });
});
