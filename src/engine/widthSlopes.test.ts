import { beforeAll, describe, expect, it } from 'vitest';
import { logLogSlope } from '../math/lineFit.ts';
import type { Matrix } from '../math/matrix.ts';
import { mean } from '../math/summary.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { startBackend } from './backend/startBackend.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';

const widths = [16, 48, 192];
const seeds = Array.from({ length: 12 }, (_, place) => place + 1);

describe.each(architectureCases)('$name', ({ values, inputs: d, grid, exact }) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it.each(['gaussian', 'orthogonal'])(
    'comes to its limit as width^(−1/2) with %s weights',
    async (init) => {
      const x = inputs(8, d);
      const errors: number[] = [];
      for (const width of widths) {
        let ntk: Matrix | undefined;
        const each: number[] = [];
        for (const seed of seeds) {
          const network = drawn(
            { 'net.depth': 2, act: 'tanh', ...values, init, 'net.width': width },
            { inputs: d, outputs: 1, grid },
            seed,
          );
          ntk ??= infiniteKernel(network.layer, x, x).ntk;
          each.push(relativeError(await ntkOf(network, x, { outputs: 1, form: 'mean' }), ntk));
        }
        errors.push(mean(each));
      }
      if (exact && init === 'orthogonal') {
        expect(Math.max(...errors)).toBeLessThan(1e-5);
        return;
      }
      const slope = logLogSlope(widths, errors);

      expect(slope).toBeGreaterThan(-0.65);
      expect(slope).toBeLessThan(-0.35);
      expect(errors.at(-1)!).toBeLessThan(0.2);
    },
    60_000,
  );
});
