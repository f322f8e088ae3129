import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import { logLogSlope } from '../math/lineFit.ts';
import { mean } from '../math/summary.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { startBackend } from './backend/startBackend.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';

const widths = [32, 64, 128, 256, 512];
const seeds = Array.from({ length: 12 }, (_, place) => place + 1);
const d = 16;
const x = inputs(12, d);

/** ‖Θ_0 − Θ_∞‖_F / ‖Θ_∞‖_F, averaged over seeds. */
async function meanError(
  values: Record<string, string | number>,
  width: number,
  some = seeds,
): Promise<number> {
  const errors: number[] = [];
  for (const seed of some) {
    const network = drawn({ ...values, 'net.width': width }, { inputs: d, outputs: 1 }, seed);
    const { ntk } = infiniteKernel(network.layer, x, x);
    errors.push(relativeError(await ntkOf(network, x, { outputs: 1, form: 'mean' }), ntk));
  }
  return mean(errors);
}

describe('the distance to the infinite-width NTK', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  // Jacot, Gabriel & Hongler (2018); Huang, Du & Xu (2021) for orthogonal weights.
  it.each([
    ['gaussian', 'relu'],
    ['gaussian', 'tanh'],
    ['gaussian', 'erf'],
    ['orthogonal', 'relu'],
    ['orthogonal', 'tanh'],
    ['orthogonal', 'erf'],
  ])(
    'falls as width^(−1/2) for %s weights and %s',
    async (init, act) => {
      const errors: number[] = [];
      for (const width of widths)
        errors.push(await meanError({ init, act, 'net.depth': 2 }, width));
      const slope = logLogSlope(widths, errors);

      expect(slope).toBeGreaterThan(-0.65);
      expect(slope).toBeLessThan(-0.35);
      expect(errors.at(-1)!).toBeLessThan(0.15);
    },
    30_000,
  );

  // Of a hard threshold the limit is the readout's kernel, which is all that its networks have.
  it.each(activations.list.map(({ id }) => id))(
    'is a tenth at most at width 1024 with %s, and has shrunk on the way there',
    async (act) => {
      const at = (width: number): Promise<number> =>
        meanError({ act, 'net.depth': 2 }, width, seeds.slice(0, 4));
      const [narrow, wide] = [await at(64), await at(1024)];

      expect(wide).toBeLessThan(0.1);
      expect(wide).toBeLessThan(0.45 * narrow);
    },
    30_000,
  );
});
