import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { erf as erf64 } from '../../math/erf.ts';
import { startBackend } from '../backend/startBackend.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { erf } from './erf.ts';
import { expOfNegative } from './expOfNegative.ts';
import { leakyRelu } from './leakyRelu.ts';
import { tanh } from './tanh.ts';
import { tfOps } from './tfOps.ts';
import { plainOps } from '../../nn/plainOps.ts';

/** Both signs, from 1e-37 (the least normal float32 is 1.2e-38) to 1e4, and 0. */
const points = Float32Array.from([
  0,
  ...Array.from({ length: 4000 }, (_, i) => (i % 2 ? 1 : -1) * 10 ** (-37 + (41 * i) / 4000)),
  ...Array.from({ length: 4000 }, (_, i) => (i - 2000) / 300),
]);

const relative = (got: number, want: number): number =>
  want === 0 ? Math.abs(got) : Math.abs(got / want - 1);

async function valuesOf(f: (x: tf.Tensor) => tf.Tensor, x: Float32Array): Promise<Float32Array> {
  const result = tf.tidy(() => f(tf.tensor1d(x)));
  const values = await result.data<'float32'>();
  result.dispose();
  return values;
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  it.each([
    ['tanh', tanh, Math.tanh],
    ['erf', erf, erf64],
  ] as const)('%s is within 1e-6 of its value everywhere', async (_, f, exact) => {
    const values = await valuesOf(f, points);
    const errors = Array.from(values, (y, i) =>
      points[i] === 0 ? Math.abs(y) : Math.abs(y / exact(points[i]!) - 1),
    );

    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });

  // Where e^x is too large or too small for float32 there is nothing to compare.
  it.each(['exp', 'expm1', 'sigmoid', 'softplus'] as const)(
    '%s is within 1e-6 of its value wherever |x| is at most 80',
    async (name) => {
      const x = points.map((value) => Math.max(-80, Math.min(80, value)));
      const values = await valuesOf((t) => tfOps[name](t), x);
      const errors = Array.from(values, (y, i) => relative(y, plainOps[name](x[i]!)));

      expect(Math.max(...errors)).toBeLessThan(1e-6);
    },
  );

  // Near a zero far from 0, x itself is known to 6e-8 of |x| only.
  it.each(['sin', 'cos'] as const)('%s is within 1e-7 of its value everywhere', async (name) => {
    const values = await valuesOf((t) => tfOps[name](t), points);
    const errors = Array.from(values, (y, i) => relative(y, plainOps[name](points[i]!)));

    expect(Math.max(...errors)).toBeLessThan(1e-7);
  });

  it.each([
    ['sigmoid', [1, 0, NaN]],
    ['softplus', [Infinity, 0, NaN]],
    ['expm1', [Infinity, -1, NaN]],
    ['sin', [NaN, NaN, NaN]],
    ['cos', [NaN, NaN, NaN]],
  ] as const)('%s has limits or none, and keeps what is not a number', async (name, limits) => {
    const values = await valuesOf((t) => tfOps[name](t), Float32Array.of(Infinity, -Infinity, NaN));

    expect(Array.from(values)).toEqual(limits);
  });

  it.each([
    ['tanh', tanh],
    ['erf', erf],
  ] as const)('%s has limits, and keeps what is not a number', async (_, f) => {
    const values = await valuesOf(f, Float32Array.of(Infinity, -Infinity, 3e38, -3e38, NaN));

    expect(Array.from(values)).toEqual([1, -1, 1, -1, NaN]);
  });

  it.each([-1, -0.3, 0, 0.1, 1])('leaky ReLU of slope %d is x or slope·x', async (slope) => {
    const values = await valuesOf((x) => leakyRelu(x, slope), points);
    const errors = Array.from(values, (y, i) => {
      const x = points[i]!;
      const want = x > 0 ? x : slope * x;
      return want === 0 ? Math.abs(y) : Math.abs(y / want - 1);
    });

    expect(Math.max(...errors)).toBeLessThan(2e-7);
    expect((await valuesOf((x) => leakyRelu(x, slope), Float32Array.of(NaN)))[0]).toBeNaN();
  });

  it('e^−s is within 1e-7 for s ≥ 0', async () => {
    const s = points.map(Math.abs);
    const values = await valuesOf(expOfNegative, s);
    const errors = Array.from(values, (y, i) => Math.abs(y - Math.exp(-s[i]!)));

    expect(Math.max(...errors)).toBeLessThan(1e-7);
  });
});
