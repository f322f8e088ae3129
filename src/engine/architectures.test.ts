import { beforeAll, describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { startBackend } from './backend/startBackend.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { fullNtk64, meanOfBlocks, outputs64 } from './testing/jacobian.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf, tensorOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';
import { forward, upload } from './network.ts';
import { trainer } from './training.ts';

const samples = 4;
const outputs = 2;
/** Of float64, so that backends agree to 1e-5 among themselves. */
const bound = 5e-6;

describe.each(architectureCases)('$name', ({ values, inputs: d, grid }) => {
  const x = inputs(samples, d);
  const small = { 'net.width': 4, 'net.depth': 2, act: 'tanh', ...values };
  const dimensions = { inputs: d, outputs, grid };

  describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
    beforeAll(async () => {
      await startBackend(nodeEnvironment, backend);
    });

    it.each([
      ['ntk', 'gaussian'],
      ['standard', 'orthogonal'],
    ])('has the NTK J·Jᵀ in %s scaling with %s weights', async (scaling, init) => {
      const network = drawn({ ...small, scaling, init }, dimensions);
      const full = fullNtk64(network.layer, network.parameters, x);
      const mean = meanOfBlocks(full, outputs);
      const part = await ntkOf(network, x, { outputs, form: 'mean', columns: 2 });
      const left = matrix(samples, 2);
      left.data.forEach((_, at) => {
        left.data[at] = mean.data[Math.floor(at / 2) * samples + (at % 2)]!;
      });

      expect(relativeError(await ntkOf(network, x, { outputs, form: 'full' }), full)).toBeLessThan(
        bound,
      );
      expect(relativeError(await ntkOf(network, x, { outputs, form: 'mean' }), mean)).toBeLessThan(
        bound,
      );
      expect(relativeError(part, left)).toBeLessThan(bound);
    });

    it('has the outputs of float64', async () => {
      const { layer, parameters } = drawn(small, dimensions);
      const network = upload(layer, parameters);
      const rows = tensorOf(x);
      const f = forward(network, rows);
      const values = Float64Array.from(await f.data());
      [f, rows].forEach((tensor) => tensor.dispose());
      network.dispose();

      expect(
        relativeError(matrix(samples, outputs, values), outputs64(layer, parameters, x)),
      ).toBeLessThan(bound);
    });
  });

  it('learns: steps lower the loss', async () => {
    await startBackend(nodeEnvironment, 'wasm');
    const { layer, parameters } = drawn({ ...small, 'net.width': 8 }, dimensions);
    const [rows, targets] = [tensorOf(x), tensorOf(inputs(samples, outputs))];
    const batch = { x: rows, xTest: rows, y: targets, dispose: () => undefined };
    const training = trainer(upload(layer, parameters), batch);
    const lossNow = async (): Promise<number> => {
      const { f } = await training.outputs();
      const y = inputs(samples, outputs);
      return f.data.reduce((sum, value, at) => sum + (value - y.data[at]!) ** 2, 0);
    };
    const before = await lossNow();
    await training.advance(30, 0.1, () => false);
    const after = await lossNow();
    training.dispose();
    [rows, targets].forEach((tensor) => tensor.dispose());

    expect(after).toBeLessThan(0.7 * before);
  });
});
