import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from './backend/startBackend.ts';
import { distanceToLimit } from './testing/distanceToLimit.ts';
import { outputs64 } from './testing/jacobian.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf } from './testing/onBackend.ts';

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

const picture = { rows: 3, columns: 3, channels: 1 };

describe('the mean of wide networks whose branches start at zero', () => {
  it.each([
    { init: 'fixup', net: 'resntk', 'net.train': 'all' },
    { init: 'fixup', net: 'preact' },
    { init: 'skipinit', net: 'resntk', 'net.train': 'all' },
    { init: 'skipinit', net: 'resntk', 'net.train': 'hidden' },
    { init: 'skipinit', net: 'tirer', scaling: 'standard' },
    { init: 'skipinit', net: 'preact', sb2: 0.3 },
  ])(
    'is within 3 per cent of their limit: %o',
    async (more) => {
      const values = { act: 'relu', sw2: 2, sb2: 0.1, 'net.width': 256, 'net.depth': 3, ...more };

      expect(await distanceToLimit({ values, networks: 64 })).toBeLessThan(0.03);
    },
    30_000,
  );

  it.each(['fixup', 'skipinit'])(
    'is within 3 per cent of it in convolutions: %s',
    async (init) => {
      const values = { init, net: 'convres', act: 'relu', sw2: 2, sb2: 0.1, 'net.width': 96 };

      expect(
        await distanceToLimit({ values, x: inputs(4, 9), grid: picture, networks: 24 }),
      ).toBeLessThan(0.03);
    },
    30_000,
  );

  it('are zero by Fixup, with a kernel that is the readout’s alone', async () => {
    const x = inputs(5, 8);
    const values = { init: 'fixup', net: 'tirer', act: 'relu', 'net.width': 16 };
    const network = drawn(values, { inputs: 8, outputs: 1 });
    const all = await ntkOf(network, x, { outputs: 1, form: 'mean' });
    const last = drawn({ ...values, 'net.train': 'readout' }, { inputs: 8, outputs: 1 });

    expect(outputs64(network.layer, network.parameters, x).data.every((f) => f === 0)).toBe(true);
    expect(await ntkOf(last, x, { outputs: 1, form: 'mean' })).toEqual(all);
  });
});
