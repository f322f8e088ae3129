import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gram, matrix, trace, type Matrix } from '../../math/matrix.ts';
import type { Settings } from '../../nn/Settings.ts';
import { startBackend } from '../backend/startBackend.ts';
import { upload } from '../network.ts';
import { architectureCases } from '../testing/architectureCases.ts';
import { jacobian, meanOfBlocks } from '../testing/jacobian.ts';
import { drawn, inputs, type Drawn } from '../testing/networkOfArm.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { ntkOf, tensorOf } from '../testing/onBackend.ts';
import { relativeError } from '../testing/relativeError.ts';
import { layerParts, type LayerPart } from './layerParts.ts';

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

async function partsOf(
  { layer, parameters }: Drawn,
  x: Matrix,
  outputs: number,
): Promise<ReadonlyMap<number, LayerPart>> {
  const before = tf.memory().numTensors;
  const network = upload(layer, parameters);
  const rows = tensorOf(x);
  const parts = await layerParts(network, rows, outputs);
  network.dispose();
  rows.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return parts;
}

const kernelOf = ({ size, values }: LayerPart): Matrix =>
  matrix(size, size, Float64Array.from(values));
const sum = (all: readonly Matrix[]): Matrix =>
  all.reduce((a, b) =>
    matrix(
      a.rows,
      a.cols,
      a.data.map((value, i) => value + b.data[i]!),
    ),
  );

/** The kernels of the maps, each from its own columns of the Jacobian in float64. */
function partsIn64({ layer, parameters }: Drawn, x: Matrix, outputs: number): Map<number, Matrix> {
  const whole = jacobian(layer, parameters, x);
  const found = new Map<number, Matrix>();
  let from = 0;
  let weight = 0;
  parameters.forEach(({ role, values }, place) => {
    if (role === 'W') weight = place;
    const columns = matrix(whole.rows, values.length);
    columns.data.forEach((_, at) => {
      const row = Math.floor(at / values.length);
      columns.data[at] = whole.data[row * whole.cols + from + (at % values.length)]!;
    });
    from += values.length;
    const part = meanOfBlocks(gram(columns), outputs);
    const before = found.get(weight);
    found.set(weight, before ? sum([before, part]) : part);
  });
  return found;
}

describe('the parts of the NTK by layers', () => {
  it.each(architectureCases)(
    'are those of the Jacobian and add up to the kernel: $name',
    async ({ values, inputs: d, grid }) => {
      const narrow: Settings = { 'net.width': 5, 'net.depth': 2, ...values };
      const outputs = 2;
      const network = drawn(narrow, { inputs: d, outputs, grid });
      const x = inputs(4, d);
      const theta = await ntkOf(network, x, { outputs, form: 'mean' });
      const parts = await partsOf(network, x, outputs);
      const exact = partsIn64(network, x, outputs);

      expect([...parts.keys()].sort((a, b) => a - b)).toEqual([...exact.keys()]);
      for (const [weight, part] of parts) {
        const want = exact.get(weight)!;
        if (trace(want) === 0)
          expect([part.trace, ...part.values].every((v) => v === 0)).toBe(true);
        else expect(relativeError(kernelOf(part), want)).toBeLessThan(1e-5);
      }
      expect(relativeError(sum([...parts.values()].map(kernelOf)), theta)).toBeLessThan(1e-6);
      const traces = [...parts.values()].reduce((total, part) => total + part.trace, 0);
      expect(Math.abs(traces / trace(theta) - 1)).toBeLessThan(1e-5);
    },
  );

  it('of more than 64 samples are averaged over even blocks, with an exact trace', async () => {
    const n = 150;
    const network = drawn({ 'net.width': 16, 'net.depth': 2 }, { inputs: 3, outputs: 1 });
    const x = inputs(n, 3);
    const theta = await ntkOf(network, x, { outputs: 1, form: 'mean' });
    const parts = [...(await partsOf(network, x, 1)).values()];
    const blocks = Array.from({ length: 64 }, (_, block) =>
      Array.from({ length: n }, (__, i) => i).filter((i) => Math.floor((i * 64) / n) === block),
    );
    const pooled = matrix(64, 64);
    blocks.forEach((rows, a) => {
      blocks.forEach((columns, b) => {
        const values = rows.flatMap((i) => columns.map((j) => theta.data[i * n + j]!));
        pooled.data[a * 64 + b] = values.reduce((s, v) => s + v, 0) / values.length;
      });
    });

    expect(parts.every(({ size }) => size === 64)).toBe(true);
    expect(relativeError(sum(parts.map(kernelOf)), pooled)).toBeLessThan(1e-6);
    expect(parts.reduce((total, part) => total + part.trace, 0) / trace(theta)).toBeCloseTo(1, 6);
  });

  it('of 200 layers leave nothing behind, nor do those that fail', async () => {
    const network = drawn(
      { 'net.width': 8, 'net.depth': 200, act: 'relu', sw2: 2, sb2: 0 },
      { inputs: 3, outputs: 1 },
    );
    expect((await partsOf(network, inputs(5, 3), 1)).size).toBe(201);

    const before = tf.memory().numTensors;
    const broken = upload(network.layer, network.parameters.slice(0, -1));
    const rows = tensorOf(inputs(5, 3));
    await expect(layerParts(broken, rows, 1)).rejects.toThrow('parameters');
    broken.dispose();
    rows.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('are those of the readout alone where the activation jumps', async () => {
    const network = drawn(
      { 'net.width': 8, 'net.depth': 1, act: 'step', bias: false },
      { inputs: 3, outputs: 1 },
    );
    expect([...(await partsOf(network, inputs(5, 3), 1)).keys()]).toEqual([1]);
  });
});
