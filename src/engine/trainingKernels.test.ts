import { beforeAll, describe, expect, it } from 'vitest';
import { matrix, product, scaled, transpose, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import type { Settings } from '../nn/Settings.ts';
import { limitOf } from '../spec/limitOf.ts';
import { startBackend } from './backend/startBackend.ts';
import { upload } from './network.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { jacobian, outputs64 } from './testing/jacobian.ts';
import { armOf, drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';
import { trainer, uploadBatch } from './training.ts';
import { ratesOf, ruleOf } from './trainingRule.ts';

const layered: Settings = { scaling: 'standard', 'rate.layers': true };

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

describe('the kernel that training goes by', () => {
  it.each<[string, Settings]>([
    ['rates by layer', layered],
    ['an output scale', { outscale: 3 }],
    ['both, mirrored', { ...layered, outscale: 0.5, mirror: true }],
    ['rates by layer where biases have none', { ...layered, sb2: 0 }],
    ['rates by layer without a trained readout', { ...layered, 'net.train': 'body' }],
  ])('is Σ r·∇h∇hᵀ/α²: %s', async (_, values) => {
    const x = inputs(4, 3);
    const arm = { 'net.width': 6, 'net.depth': 1, ...values };
    const network = drawn(arm, { inputs: 3, outputs: 2 });
    const { outputScale } = armOf(arm);
    const rates = ratesOf(network.layer, 3, outputScale);
    // Told from the settings: σ_w²/fan-in and σ_b² in standard scaling with rates by layer.
    const expected = network.parameters.map(({ role, shape }, place) => {
      if (values['net.train'] === 'body' && place >= 2) return 0;
      if (values['rate.layers'] !== true) return 1;
      return role === 'W' ? 1.5 / shape[0]! : Number(values.sb2 ?? 0.1);
    });
    const own = expected.flatMap((rate, place) =>
      Array.from(network.parameters[place]!.values, () => rate),
    );
    const derivatives = jacobian(network.layer, network.parameters, x);
    const weighted = matrix(
      derivatives.rows,
      derivatives.cols,
      derivatives.data.map((value, p) => (value * own[p % own.length]!) / outputScale ** 2),
    );

    const theta = await ntkOf(network, x, { outputs: 2, form: 'full' });

    rates.forEach((rate, place) => expect(rate).toBeCloseTo(expected[place]!, 12));
    expect(relativeError(theta, product(weighted, transpose(derivatives)))).toBeLessThan(1e-5);
  });

  it.each(architectureCases)(
    'by layer in standard scaling is that of NTK scaling: $name',
    async ({ values, inputs: d, grid }) => {
      // Imbalance is in the drawn weights, which the other scaling keeps to itself.
      const arm = {
        ...values,
        'net.width': 6,
        ...(values.net === 'linear2' && { 'net.imbalance': 1 }),
      };
      const x = inputs(4, d);
      const dimensions = { inputs: d, outputs: 1, grid };
      const [own, other] = [drawn({ ...arm, ...layered }, dimensions), drawn(arm, dimensions)];

      const options = { outputs: 1, form: 'mean' } as const;
      const thetas = [await ntkOf(own, x, options), await ntkOf(other, x, options)] as const;
      const limits = [
        infiniteKernel(own.layer, x, x).ntk,
        infiniteKernel(other.layer, x, x).ntk,
      ] as const;

      expect(relativeError(...thetas)).toBeLessThan(1e-5);
      expect(relativeError(...limits)).toBeLessThan(1e-12);
    },
  );

  it('by layer needs no word of the width', () => {
    const x = inputs(4, 3);

    expect(limitOf(armOf(layered), x)).toEqual(limitOf(armOf({}), x));
    expect(limitOf(armOf({ scaling: 'standard' }), x)).not.toEqual(limitOf(armOf({}), x));
  });

  it('of α·f is that of f, while outputs and their covariance are scaled', async () => {
    const x = inputs(4, 3);
    const dimensions = { inputs: 3, outputs: 1 };
    const [plain, scaledUp] = [drawn({}, dimensions), drawn({ outscale: 5 }, dimensions)];
    const options = { outputs: 1, form: 'mean' } as const;
    const [f, h] = [plain, scaledUp].map(({ layer, parameters }) =>
      outputs64(layer, parameters, x),
    );
    const [small, large] = [plain, scaledUp].map(({ layer }) => infiniteKernel(layer, x, x));

    expect(relativeError(h!, scaled(f!, 5))).toBeLessThan(1e-14);
    expect(
      relativeError(await ntkOf(scaledUp, x, options), await ntkOf(plain, x, options)),
    ).toBeLessThan(1e-6);
    expect(relativeError(large!.ntk, small!.ntk)).toBeLessThan(1e-14);
    expect(relativeError(large!.nngp, scaled(small!.nngp, 25))).toBeLessThan(1e-14);
  });
});

describe('training', () => {
  const random = (rows: number, cols: number, name: string): Matrix =>
    matrix(rows, cols, normals(stream(5).fork(name), rows * cols));
  const samples = {
    x: random(6, 3, 'x'),
    xTest: random(4, 3, 'xTest'),
    y: random(6, 1, 'y'),
    yTest: random(4, 1, 'yTest'),
    order: 'as drawn',
    standardization: 'standard normal',
  };

  const trained = async (values: Settings, steps: number) => {
    const batch = uploadBatch(samples);
    const { layer, parameters } = drawn({ 'net.width': 16, ...values }, { inputs: 3, outputs: 1 });
    const training = trainer(upload(layer, parameters), batch, ruleOf(armOf(values), 1));
    await training.advance(steps, 0.4, () => false);
    const { f } = await training.outputs();
    training.dispose();
    batch.dispose();
    return f;
  };

  it.each(['gd', 'momentum', 'nesterov'])(
    'in standard scaling with rates by layer follows NTK scaling, by %s',
    async (opt) => {
      const [own, other] = [await trained({ ...layered, opt }, 20), await trained({ opt }, 20)];

      expect(relativeError(own, other)).toBeLessThan(1e-4);
      expect(
        relativeError(await trained({ scaling: 'standard', opt }, 20), other),
      ).not.toBeLessThan(1e-2);
    },
  );

  it.each(architectureCases)(
    'in standard scaling with rates by layer follows NTK scaling, step by step: $name',
    async ({ values, inputs: d, grid }) => {
      const x = inputs(6, d);
      const own = {
        'net.width': 6,
        ...values,
        // Imbalance is in the drawn weights, which the other scaling keeps to itself.
        ...(values.net === 'linear2' && { 'net.imbalance': 1 }),
      };
      const curve = async (scaling: Settings) => {
        const arm = { ...own, ...scaling };
        const batch = uploadBatch({ ...samples, x, xTest: x });
        const { layer, parameters } = drawn(arm, { inputs: d, outputs: 1, grid });
        const training = trainer(upload(layer, parameters), batch, ruleOf(armOf(arm), 1));
        const records = await training.advance(12, 0.2, () => true);
        const { f } = await training.outputs();
        training.dispose();
        batch.dispose();
        return [...records.map((record) => record.f), f];
      };
      const [follows, ntk] = [await curve(layered), await curve({})];

      expect(ntk.length).toBe(13);
      ntk.forEach((f, step) => expect(relativeError(follows[step]!, f)).toBeLessThan(2e-5));
      expect(relativeError(ntk[12]!, ntk[0]!)).toBeGreaterThan(0.05);
    },
  );

  it('of α·f is lazier, the larger α: the kernel moves as 1/α', async () => {
    const moved = async (outscale: number): Promise<number> => {
      const values = { 'net.width': 32, outscale, mirror: true };
      const batch = uploadBatch(samples);
      const { layer, parameters } = drawn(values, { inputs: 3, outputs: 1 });
      const training = trainer(upload(layer, parameters), batch, ruleOf(armOf(values), 1));
      await training.advance(50, 0.4, () => false);
      const weights = await Promise.all(training.network().weights.map((each) => each.data()));
      training.dispose();
      batch.dispose();
      return Math.hypot(
        ...weights.flatMap((now, place) =>
          [...now].map((w, p) => w - parameters[place]!.values[p]!),
        ),
      );
    };
    const distances = [await moved(10), await moved(100)] as const;

    expect(distances[0] / distances[1]).toBeGreaterThan(9);
    expect(distances[0] / distances[1]).toBeLessThan(11);
  });
});
