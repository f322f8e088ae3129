import { beforeAll, describe, expect, it } from 'vitest';
import { eigenvalues } from '../../math/eigh.ts';
import { largestEigenvalue } from '../../math/largestEigenvalue.ts';
import { gram, matrix, transpose, type Matrix } from '../../math/matrix.ts';
import type { Samples } from '../../nn/Dataset.ts';
import type { Settings } from '../../nn/Settings.ts';
import { resolveShared } from '../../spec/resolve.ts';
import type { CurvatureResult } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import { curvatureCases } from '../testing/curvatureCases.ts';
import { withNetwork } from '../testing/directions.ts';
import { fitted, hessian64, rounded, sizeOf } from '../testing/hessian64.ts';
import { jacobian } from '../testing/jacobian.ts';
import { drawn, type Drawn } from '../testing/networkOfArm.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { curvatureResult } from './curvatureResult.ts';

const shared = resolveShared({ version: 1, shared: {}, arms: [{}] });

const curvature = (net: Drawn, samples: Samples): Promise<CurvatureResult> =>
  withNetwork(net, samples, (network, batch) =>
    curvatureResult(
      { samples, batch, shared, owned: new Set(), breathe: () => Promise.resolve() },
      net,
      { arm: 'A', seed: 0 },
      network,
    ),
  );

const one = (values: Settings): Drawn => drawn(values, { inputs: 3, outputs: 1 });

/** Where the numbers of each affine map begin and end among all, and then all of them. */
function extents(net: Drawn): readonly (readonly [number, number])[] {
  const starts: number[] = [];
  let before = 0;
  for (const { role, values } of net.parameters) {
    if (role === 'W') starts.push(before);
    before += values.length;
  }
  const each = starts.map((start, k) => [start, starts[k + 1] ?? before] as const);
  return [...each, [0, sizeOf(net)]];
}

/** Rows and columns from `from` up to `to`. */
function block(a: Matrix, [from, to]: readonly [number, number]): Matrix {
  const size = to - from;
  const result = matrix(size, size);
  for (let i = 0; i < size; i++) {
    const start = (from + i) * a.cols;
    result.data.set(a.data.subarray(start + from, start + to), i * size);
  }
  return result;
}

/** Power iteration comes from below, and stops when it hardly moves. */
const justBelow = (found: number, exact: number): void => {
  expect(found / exact).toBeGreaterThan(0.98);
  expect(found / exact).toBeLessThan(1.0005);
};

describe('curvature of the loss', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it.each(curvatureCases)(
    'is that of float64, by maps and together (%s)',
    async (_, values, outputs) => {
      const net = rounded(drawn({ sb2: 0.1, ...values }, { inputs: 3, outputs }));
      const samples = fitted(6, 3, outputs);
      const hessian = hessian64(net, samples);
      const gaussNewton = gram(transpose(jacobian(net.layer, net.parameters, samples.x)));
      const { layers, whole } = await curvature(net, samples);
      const places = extents(net);

      expect(layers).toHaveLength(places.length - 1);
      [...layers, whole].forEach((found, k) => {
        const exact = eigenvalues(block(hessian, places[k]!)).map(Math.abs);
        justBelow(found.hessian, Math.max(...exact));
        const part = largestEigenvalue(block(gaussNewton, places[k]!)) / 6;

        expect(found.gaussNewton / part).toBeCloseTo(1, 4);
      });
    },
  );

  it('is zero in what does not train', async () => {
    const values = { 'net.width': 5, 'net.depth': 2, 'net.train': 'readout' };
    const { layers, whole } = await curvature(one(values), fitted(6, 3, 1));

    expect(layers.slice(0, 2)).toEqual(
      ['dense 1', 'dense 2'].map((label) => ({ label, hessian: 0, gaussNewton: 0 })),
    );
    expect(whole.hessian / whole.gaussNewton).toBeCloseTo(1, 3);
  });

  it('has a Gauss–Newton part even of more rows than a kernel may have', async () => {
    const values = { act: 'relu', 'net.width': 3, 'net.depth': 1 };
    const net = rounded(drawn(values, { inputs: 2, outputs: 2 }));
    const samples = fitted(520, 2, 2);
    const { layers, whole } = await curvature(net, samples);
    const all = gram(transpose(jacobian(net.layer, net.parameters, samples.x)));

    extents(net).forEach((place, k) => {
      const { gaussNewton } = [...layers, whole][k]!;
      justBelow(gaussNewton, largestEigenvalue(block(all, place)) / 520);
    });
  });

  it('is looked at in some maps of deep networks, and in none of huge ones', async () => {
    const deep = await curvature(one({ 'net.width': 3, 'net.depth': 40 }), fitted(4, 3, 1));
    const huge = await curvature(
      one({ init: 'constant', 'net.width': 2048, 'net.depth': 3 }),
      fitted(400, 3, 1),
    );

    expect(deep.layers).toHaveLength(24);
    expect(deep.layers[0]!.label).toBe('dense 1');
    expect(deep.layers.at(-1)!.label).toBe('readout');
    expect(huge).toMatchObject({ layers: [], whole: { hessian: NaN, gaussNewton: NaN } });
    expect(huge.unknown).toContain('minutes');
  });

  it('is unknown, and says why, where the network overflows', async () => {
    const values = { init: 'constant', 'init.c': 10, act: 'relu', scaling: 'standard' };
    const net = one({ ...values, 'net.width': 40, 'net.depth': 30 });
    const { unknown, layers } = await curvature(net, fitted(4, 3, 1));

    expect(layers).toEqual([]);
    expect(unknown).toContain('not finite');
  });
});
