import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gram, transpose } from '../math/matrix.ts';
import { startBackend } from './backend/startBackend.ts';
import { withFixedGates } from './fixedGates.ts';
import { disposeOf, gaussNewtonProduct, hessianProduct } from './hessian.ts';
import { forward } from './network.ts';
import { curvatureCases } from './testing/curvatureCases.ts';
import { asDirection, distance, numbersOf, unit, withNetwork } from './testing/directions.ts';
import { fitted, product64, rounded, samplesOf, sizeOf } from './testing/hessian64.ts';
import { jacobian, outputs64 } from './testing/jacobian.ts';
import { drawn, inputs, type Drawn } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

/** H·v and G·v of a network with its gates fixed, v being all that is drawn or one array alone. */
const products = (
  net: Drawn,
  samples: ReturnType<typeof fitted>,
  only?: number,
): Promise<readonly [Float64Array, Float64Array]> =>
  withNetwork(net, samples, async (network, batch, step) => {
    const smooth = withFixedGates(network, batch.x);
    const v = asDirection(net, unit(sizeOf(net)), only);
    const hessian = hessianProduct(smooth, batch, v, step);
    const part = gaussNewtonProduct(smooth, batch, v, step);
    const numbers = [await numbersOf(hessian), await numbersOf(part)] as const;
    [v, hessian, part].forEach(disposeOf);
    smooth.dispose();
    return numbers;
  });

describe.each(['wasm', 'cpu'] as const)('products with the Hessian on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each(curvatureCases)(
    'are those of float64 but for rounding (%s)',
    async (_, values, outputs) => {
      const net = rounded(drawn({ sb2: 0.1, ...values }, { inputs: 3, outputs }));
      const samples = fitted(6, 3, outputs);
      const v = unit(sizeOf(net));
      const j = jacobian(net.layer, net.parameters, samples.x);
      const part = new Float64Array(v.length);
      gram(transpose(j)).data.forEach((value, at) => {
        part[Math.floor(at / v.length)]! += (value * v[at % v.length]!) / 6;
      });
      const found = await products(net, samples);

      expect(distance(found[0], product64(net, samples, v))).toBeLessThan(2e-4);
      expect(distance(found[1], part)).toBeLessThan(2e-4);
    },
  );

  it('are those with the Gauss–Newton part alone where the outputs are fitted', async () => {
    const values = { act: 'erf', 'net.width': 5, 'net.depth': 2 };
    const net = rounded(drawn(values, { inputs: 3, outputs: 1 }));
    const x = inputs(6, 3);
    const off = await products(net, fitted(6, 3, 1));
    const on = await products(net, samplesOf(x, outputs64(net.layer, net.parameters, x)));

    expect(distance(...on)).toBeLessThan(5e-4);
    expect(distance(...off)).toBeGreaterThan(0.05);
  });

  it('are those with the Gauss–Newton part alone in what the outputs are linear in', async () => {
    const apart = async (act: string, only: number): Promise<number> => {
      const values = { act, 'net.width': 6, 'net.depth': 2, bias: false };
      const net = rounded(drawn(values, { inputs: 3, outputs: 1 }));
      return distance(...(await products(net, fitted(6, 3, 1), only)));
    };

    expect(await apart('tanh', 2)).toBeLessThan(2e-4);
    expect(await apart('tanh', 0)).toBeGreaterThan(0.05);
    // With its units switched for good, a ReLU network is linear in each map by itself.
    for (const map of [0, 1, 2]) expect(await apart('relu', map)).toBeLessThan(2e-4);
  });
});

describe('a network with fixed gates', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it('computes what it did, and goes on straight lines where it bent', async () => {
    const net = drawn(
      { act: 'leaky', 'net.width': 5, 'net.depth': 1, bias: false },
      { inputs: 3, outputs: 2 },
    );
    const [plain, fixed, mirrored] = await withNetwork(
      net,
      fitted(6, 3, 2),
      async (network, batch) => {
        const smooth = withFixedGates(network, batch.x);
        const opposite = tf.neg<tf.Tensor2D>(batch.x);
        const all = [
          forward(network, batch.x),
          forward(smooth, batch.x),
          // Every unit stays on its line: without biases all signs change.
          forward(smooth, opposite),
        ];
        const values = await Promise.all(all.map((f) => f.data<'float32'>()));
        tf.dispose([...all, opposite]);
        smooth.dispose();
        return values;
      },
    );

    plain!.forEach((value, k) => expect(fixed![k]).toBeCloseTo(value, 6));

    plain!.forEach((value, k) => expect(mirrored![k]).toBeCloseTo(-value, 6));
  });
});
