import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from './backend/startBackend.ts';
import { asFailure } from './EngineFailure.ts';
import { memoryNeed, type RunSize } from './memoryNeed.ts';
import { memoryRoom } from './memoryRoom.ts';
import { refuseIfTooLarge } from './refuseIfTooLarge.ts';
import type { Settings } from '../nn/Settings.ts';
import type { Failure } from '../spec/Failure.ts';
import type { Arm } from '../spec/resolve.ts';
import { empiricalNtk } from './empiricalNtk.ts';
import { upload } from './network.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { armOf, drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { tensorOf } from './testing/onBackend.ts';
import { weightGradients } from './weightGradients.ts';

const size: RunSize = { n: 64, nTest: 64, inputs: 64, outputs: 1, form: 'mean' };
const room = { total: 2 ** 31, largest: 2 ** 31 };

const refusal = (arms: readonly Arm[], seeds = 1, limits = room): Failure | undefined => {
  try {
    refuseIfTooLarge(arms, size, seeds, limits);
    return undefined;
  } catch (error) {
    return asFailure(error);
  }
};

const fullyConnected = (width: number, depth: number): Arm =>
  armOf({ 'net.width': width, 'net.depth': depth });

describe('refusing what is too large', () => {
  it('lets the default experiment pass, and four arms of ten networks', () => {
    expect(refusal([armOf({}), armOf({ init: 'orthogonal' })])).toBeUndefined();
    expect(
      refusal(
        Array.from({ length: 4 }, () => fullyConnected(512, 3)),
        10,
      ),
    ).toBeUndefined();
  });

  it('says what is needed, what there is, and a width that does fit', () => {
    const failure = refusal([fullyConnected(4096, 200)]);

    expect(failure).toMatchObject({ kind: 'out-of-memory', arm: 'A' });
    expect(failure?.sentence).toMatch(
      /^A network with width 4,096, depth 200 needs \d+ GB of memory; about 2\.1 GB can be used here\.$/,
    );
    const width = Number(/^Width ([\d,]+) fits/.exec(failure?.action ?? '')?.[1]?.replace(',', ''));
    expect(refusal([fullyConnected(width, 200)])).toBeUndefined();
    expect(refusal([fullyConnected(width + 1, 200)])).toBeDefined();
  });

  it('counts all networks that live at once', () => {
    const arms = [fullyConnected(1024, 20), fullyConnected(512, 20)];

    expect(refusal(arms)).toBeUndefined();
    const failure = refusal(arms, 64);
    expect(failure?.sentence).toMatch(
      /^128 networks, the largest with width 1,024, depth 20, need /,
    );
    const width = Number(/^Width ([\d,]+) fits/.exec(failure?.action ?? '')?.[1]?.replace(',', ''));
    expect(refusal([fullyConnected(width, 20), fullyConnected(width, 20)], 64)).toBeUndefined();
  });

  it('minds the most that one array may take', () => {
    const failure = refusal([fullyConnected(4096, 2)], 1, { total: 2 ** 33, largest: 2 ** 25 });

    expect(failure?.sentence).toBe(
      'A network with width 4,096, depth 2 needs an array of 68 MB; the most that this device takes is 34 MB.',
    );
  });

  it.each([
    [{ net: 'resntk', 'net.width': 4096, 'net.depth': 200 }, 'width 4,096, blocks 200', 'Width'],
    [{ net: 'tirer', 'net.width': 4096, 'net.depth': 200 }, 'width 4,096, blocks 200', 'Width'],
    [{ net: 'preact', 'net.width': 4096, 'net.depth': 200 }, 'width 4,096, blocks 200', 'Width'],
    [
      { net: 'conv', 'net.width': 1024, 'net.depth': 50 },
      'channels 1,024, depth 50, kernel size 3',
      'Channels',
    ],
    [
      { net: 'convres', 'net.width': 1024, 'net.depth': 50 },
      'channels 1,024, blocks 50, kernel size 3',
      'Channels',
    ],
    [{ net: 'rnn', 'net.width': 2048, 'net.depth': 5 }, 'units 2,048, layers 5', 'Units'],
  ])('speaks of each architecture: %o', (values, words, key) => {
    const rows: RunSize = {
      ...size,
      n: 1024,
      nTest: 1024,
      grid: { rows: 8, columns: 8, channels: 1 },
    };
    const attempt = (settings: Settings): Failure | undefined => {
      try {
        refuseIfTooLarge([armOf(settings)], rows, 1, room);
        return undefined;
      } catch (error) {
        return asFailure(error);
      }
    };
    const failure = attempt(values);
    const fits = new RegExp(`^${key} ([\\d,]+) fits?, all else equal`).exec(failure?.action ?? '');
    const width = Number(fits?.[1]?.replace(',', ''));

    expect(failure?.sentence).toContain(`A network with ${words} needs `);
    expect(attempt({ ...values, 'net.width': width })).toBeUndefined();
    expect(attempt({ ...values, 'net.width': width + 1 })).toBeDefined();
  });

  it('suggests something else where no width helps', () => {
    expect(refusal([fullyConnected(1, 1)], 1, { total: 1, largest: 1 })?.action).toMatch(/fewer/i);
  });
});

describe('the memory that a network needs', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it.each([
    [256, 3, 1],
    [64, 30, 1],
    [128, 2, 10],
  ])(
    'is estimated from above, not wildly: width %i, depth %i, K = %i',
    async (width, depth, outputs) => {
      const rows: RunSize = { n: 96, nTest: 0, inputs: 64, outputs, form: 'mean' };
      const values = { 'net.width': width, 'net.depth': depth };
      const { resident, working } = memoryNeed(armOf(values), rows);
      const { layer, parameters } = drawn(values, rows);
      const network = upload(layer, parameters);
      const x = tensorOf(inputs(96, 64));
      const peak = await peakBytes(async () => {
        await empiricalNtk(network, x, { outputs, form: 'mean' });
        tf.dispose([...weightGradients(network, x, (f) => tf.clone(f))]);
      });
      x.dispose();
      network.dispose();

      expect(resident + working).toBeGreaterThan(peak);
      expect(resident + working).toBeLessThan(4 * peak);
    },
  );

  it.each(architectureCases)(
    'is estimated from above, not wildly: $name',
    async ({ values, inputs: d, grid }) => {
      const rows: RunSize = { n: 48, nTest: 0, inputs: d, outputs: 1, form: 'mean', grid };
      const settings = { 'net.depth': 3, ...values, 'net.width': 48 };
      const { resident, working } = memoryNeed(armOf(settings), rows);
      const { layer, parameters } = drawn(settings, rows);
      const network = upload(layer, parameters);
      const x = tensorOf(inputs(48, d));
      const peak = await peakBytes(async () => {
        await empiricalNtk(network, x, { outputs: 1, form: 'mean' });
        tf.dispose([...weightGradients(network, x, (f) => tf.clone(f))]);
      });
      x.dispose();
      network.dispose();

      expect(resident + working).toBeGreaterThan(peak);
      expect(resident + working).toBeLessThan(8 * peak);
    },
  );

  it('is held against 2 GiB where nothing is known', () => {
    expect(memoryRoom()).toEqual({ total: 2 ** 31, largest: 2 ** 31 });
  });
});

/** The most bytes that tensors took at any time while `work` ran. */
async function peakBytes(work: () => Promise<void>): Promise<number> {
  const { peakBytes: peak } = await tf.profile(() => work().then(() => tf.scalar(0)));
  return peak;
}
