import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { eigh } from '../math/eigh.ts';
import { frobenius, matrix, product, transpose, type Matrix } from '../math/matrix.ts';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { layerOf, weightStream } from '../spec/layerOf.ts';
import { resolveArms } from '../spec/resolve.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { simulate } from './simulate.ts';
import { fullNtk64, meanOfBlocks } from './testing/jacobian.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const environment = {
  ...nodeEnvironment,
  fetchFile: (name: string) => readFile(new URL(`../../public/${name}`, import.meta.url)),
};

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(environment, 'wasm');
});

async function ran(shared: Settings, arm: Settings) {
  const experiment = canonical({ shared, arms: [arm] });
  const results: Result[] = [];
  for await (const result of simulate(experiment, environment, { report, wanted: () => [] }))
    results.push(result);
  const find = <K extends Result['kind']>(kind: K): Extract<Result, { kind: K }> =>
    results.find((result): result is Extract<Result, { kind: K }> => result.kind === kind)!;
  const data = find('data');
  const [resolved] = resolveArms(experiment);
  const outputs = data.y.length / data.n;
  const layer = layerOf(
    { ...resolved!, mirrored: false, outputScale: 1 },
    { inputs: data.inputs, outputs, grid: undefined },
  );
  const x = matrix(data.n, data.inputs, data.x);
  return {
    find,
    outputs,
    y: matrix(data.n, outputs, data.y),
    // That of a single copy without α, in float64.
    theta: fullNtk64(layer, layer.draw(weightStream(1, 0)), x),
  };
}

/** Targets output by output, in one column. */
const stacked = (y: Matrix): Matrix => matrix(y.rows * y.cols, 1, transpose(y).data);

const sphere = { data: 'sphere', 'data.n': 7, 'data.test': 3, 'data.dim': 4, steps: 3 };
const digits = {
  data: 'digits',
  'data.classes': 'all',
  'data.n': 9,
  'data.test': 4,
  steps: 3,
};

describe('a mirrored start', () => {
  it.each<[string, Settings, Settings]>([
    ['one output', sphere, {}],
    ['an output scale of 50', sphere, { outscale: 50 }],
    ['an output scale of 1/50', sphere, { outscale: 0.02 }],
    ['ten outputs', digits, {}],
    ['ten outputs and their full kernel', { ...digits, kernel: 'full' }, { outscale: 5 }],
  ])('has f = 0, and residuals that start at y: %s', async (_, shared, arm) => {
    const { outscale = 1 } = arm as { outscale?: number };
    const { find, y, theta, outputs } = await ran(shared, {
      'net.width': 4,
      'net.depth': 1,
      act: 'tanh',
      mirror: true,
      ...arm,
    });
    const size = frobenius(y);
    const full = shared.kernel === 'full';
    const { values, vectors } = eigh(full ? theta : meanOfBlocks(theta, outputs));
    const along = product(transpose(vectors), full ? stacked(y) : y);
    const modes = find('modes');
    const [curve, start, lazy] = [find('curve'), find('outputs'), find('lazy')];
    const across = modes.steps.length;

    expect(start.step).toBe(0);
    for (const f of [start.f, start.fTest])
      f.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-6 * Math.max(1, outscale)));
    expect(curve.lossTrain[0]! / (size ** 2 / (2 * y.rows))).toBeCloseTo(1, 5);
    expect(lazy).toMatchObject({ step: 0, outputs: 0 });
    let groups = 0;
    let [own, expected] = [0, 0];
    for (let mode = 0; mode < modes.eigenvalues.length; mode++) {
      own += modes.measured[mode * across]! ** 2;
      const row = along.data.subarray(mode * along.cols, (mode + 1) * along.cols);
      expected += (Math.hypot(...row) / size) ** 2;

      expect(modes.eigenvalues[mode]! / values[0]!).toBeCloseTo(values[mode]! / values[0]!, 5);
      expect(modes.predicted[mode * across]).toBeCloseTo(modes.measured[mode * across]!, 5);
      // Eigenvectors of eigenvalues that float32 hardly tells apart are any of their space: what they have together is known.
      if (values[mode]! - (values[mode + 1] ?? -Infinity) < 2e-3 * values[0]!) continue;
      expect(Math.sqrt(own)).toBeCloseTo(Math.sqrt(expected), 3);
      [own, expected, groups] = [0, 0, groups + 1];
    }
    expect(groups).toBeGreaterThan(4);
  });
});
