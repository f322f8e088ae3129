import { unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  add,
  hadamard,
  matrix,
  product,
  scaled,
  transpose,
  type Matrix,
} from '../../math/matrix.ts';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';
import { relativeError } from '../testing/relativeError.ts';
import type { Step } from './programOf.ts';
import { recordArchive } from './recordArchive.ts';
import { runProgram } from './testing/runProgram.ts';

const environment = {
  ...nodeEnvironment,
  fetchFile: (name: string) => readFile(new URL(`../../../public/${name}`, import.meta.url)),
};

interface Array {
  readonly shape: readonly number[];
  readonly type: string;
  readonly values: Float64Array;
}

/** A reader of its own, by the letter of NumPy's format. */
function parsed(bytes: Uint8Array): Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 10 + view.getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(10, end));
  const type = /'descr': '(.+?)'/.exec(header)?.[1] ?? '';
  const shape = (/'shape': \((.*?)\)/.exec(header)?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
  const size = Number(type.slice(2));
  const read = (k: number): number => {
    const at = end + k * size;
    if (type === '<f8') return view.getFloat64(at, true);
    if (type === '<f4') return view.getFloat32(at, true);
    return type === '<i4' ? view.getInt32(at, true) : view.getUint8(at);
  };
  const count = shape.reduce((a, b) => a * b, 1);
  return { shape, type, values: Float64Array.from({ length: count }, (_, k) => read(k)) };
}

async function archiveOf(shared: Settings, ...arms: readonly Settings[]) {
  const [first = {}, ...later] = arms;
  const experiment = canonical({
    shared: { 'data.n': 10, 'data.test': 6, steps: 6, snapshots: 2, ...shared },
    arms: [{ 'net.width': 9, 'net.depth': 2, ...first }, ...later],
  });
  const bytes = await recordArchive(experiment, environment, { backend: 'wasm', link: 'v=1&x' });
  const files = unzipSync(bytes);
  const array = (name: string): Array => {
    const file = files[`${name}.npy`];
    if (!file) throw new Error(`no entry ${name}`);
    return parsed(file);
  };
  const manifest: unknown = JSON.parse(
    new TextDecoder().decode(Uint8Array.from(array('manifest.json').values)),
  );
  return {
    bytes,
    names: Object.keys(files).map((name) => name.replace(/\.npy$/, '')),
    array,
    matrixOf: (name: string): Matrix => {
      const { shape, values } = array(name);
      return matrix(shape[0] ?? 1, shape[1] ?? 1, values);
    },
    manifest,
  };
}

describe('an archive', () => {
  it('has the entries that are promised, with their shapes and types', async () => {
    const { array, names } = await archiveOf({ data: 'digits' }, {}, { init: 'constant' });
    const of = (name: string): readonly unknown[] => [array(name).type, ...array(name).shape];

    expect(of('x')).toEqual(['<f8', 10, 64]);
    expect(of('y')).toEqual(['<f8', 10, 1]);
    expect(of('x_test')).toEqual(['<f8', 6, 64]);
    expect(of('y_test')).toEqual(['<f8', 6, 1]);
    expect(of('labels')).toEqual(['<i4', 10]);
    expect(of('A/s0/weights/0/W')).toEqual(['<f4', 64, 9]);
    expect(of('A/s0/weights/0/b')).toEqual(['<f4', 9]);
    expect(of('A/s0/weights/2/W')).toEqual(['<f4', 9, 1]);
    expect(of('B/s0/ntk/6')).toEqual(['<f4', 10, 10]);
    expect(of('B/s0/eigenvalues/3')).toEqual(['<f8', 10]);
    expect(of('A/s0/f/0')).toEqual(['<f4', 10, 1]);
    expect(of('A/s0/f_test/6')).toEqual(['<f4', 6, 1]);
    expect(of('A/ntk_inf')).toEqual(['<f8', 10, 10]);
    expect(of('A/nngp_inf')).toEqual(['<f8', 10, 10]);
    expect([...array('A/s0/steps').values]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...array('A/s0/snapshots').values]).toEqual([0, 3, 6]);
    for (const name of [
      'loss_train',
      'loss_test',
      'accuracy_train',
      'accuracy_test',
      'loss_predicted',
      'loss_test_predicted',
      'accuracy_predicted',
      'accuracy_test_predicted',
    ]) {
      expect(of(`A/s0/${name}`)).toEqual(['<f8', 7]);
    }
    expect(of('A/s0/loss_predicted_limit')).toEqual(['<f8', 7]);
    expect(of('A/s0/layer_trace')).toEqual(['<f8', 3]);
    expect(of('A/profile_inf')).toEqual(['<f8', 65]);
    expect(of('A/circle_inf')).toEqual(['<f8', 33]);
    expect(of('A/s0/weights/0/singular')).toEqual(['<f8', 9]);
    expect(of('A/s0/weights/2/singular')).toEqual(['<f8', 1]);
    expect(of('A/s0/jacobian/inputs/0')).toEqual(['<f8', 9]);
    expect(of('A/s0/jacobian/inputs/2')).toEqual(['<f8', 1]);
    expect(of('A/s0/jacobian/hidden/0')).toEqual(['<f8', 9]);
    expect(of('A/s0/jacobian/mean_square')).toEqual(['<f8', 1]);
    expect(of('A/s0/jacobian/variance')).toEqual(['<f8', 1]);
    expect(names).not.toContain('B/s0/jacobian/variance');
    expect(of('A/s0/profile')).toEqual(['<f8', 65]);
    expect(of('A/s0/circle')).toEqual(['<f8', 33]);
    expect(of('A/harmonics/5')).toEqual(['<f8', 81]);
    expect(names).not.toContain('B/harmonics/5');
    expect(names).not.toContain('B/ntk_inf');
    expect(names).not.toContain('B/s0/loss_predicted_limit');
  });

  it('says in its manifest everything that decides its numbers', async () => {
    const { manifest } = await archiveOf({ data: 'moons' }, {}, { init: 'constant', act: 'relu' });

    expect(manifest).toMatchObject({
      link: 'v=1&x',
      versions: { archive: 1, tfjs: '4.22.0' },
      experiment: {
        shared: { data: 'moons', 'data.n': 10, steps: 6, seed: 1 },
        arms: {
          A: { act: 'tanh', 'net.width': 9 },
          B: { act: 'relu', 'net.width': 9, 'init.c': 1 },
        },
      },
      backend: { id: 'wasm' },
      limits: { A: { exists: true }, B: { exists: false } },
      networks: { 'A/s0': { stability_limit_approximate: false } },
      failures: [],
      timing_counts: { first_kernel_ms: 1, ntk_ms: 6 },
    });
    const { timings } = manifest as { timings: Record<string, number> };
    expect(Object.keys(timings).sort()).toEqual([
      'eigh_ms',
      'first_kernel_ms',
      'ntk_ms',
      'step_ms',
    ]);
  });

  it('of a hard threshold has the NNGP and the reason why there is no NTK', async () => {
    const { array, names, manifest } = await archiveOf(
      { data: 'moons' },
      { act: 'step', 'net.depth': 1, sw2: 2, sb2: 0 },
    );
    const { shape, values } = array('A/nngp_inf');

    expect(shape).toEqual([10, 10]);
    // σ_w² times the share of directions in which a unit is on: one half, and less for two inputs at once.
    expect(values[0]).toBeCloseTo(1, 12);
    expect(values[1]).toBeLessThan(1);
    expect(names).not.toContain('A/ntk_inf');
    expect(manifest).toMatchObject({
      limits: { A: { exists: false, reason: expect.stringContaining('no NTK') as string } },
    });
  });

  it('is enough to compute outputs and kernel again', async () => {
    const { matrixOf, manifest } = await archiveOf({ data: 'sphere' }, { act: 'tanh' });
    const scales = (manifest as { layers: { A: { weight_scale: number; bias_scale: number }[] } })
      .layers.A;
    const x = matrixOf('x');
    let h = x;
    let theta = matrix(10, 10);
    const inputs: Matrix[] = [];
    scales.forEach(({ weight_scale, bias_scale }, k) => {
      inputs.push(h);
      const b = matrixOf(`A/s0/weights/${k}/b`).data;
      const z = scaled(product(h, matrixOf(`A/s0/weights/${k}/W`)), weight_scale);
      const shifted = matrix(
        z.rows,
        z.cols,
        z.data.map((v, p) => v + bias_scale * b[p % z.cols]!),
      );
      h = k < scales.length - 1 ? { ...shifted, data: shifted.data.map(Math.tanh) } : shifted;
    });
    let delta = matrix(10, 1, new Float64Array(10).fill(1));
    for (let k = scales.length - 1; k >= 0; k--) {
      const { weight_scale, bias_scale } = scales[k]!;
      const u = inputs[k]!;
      const gram = scaled(product(u, transpose(u)), weight_scale ** 2);
      const own = { ...gram, data: gram.data.map((v) => v + bias_scale ** 2) };
      theta = add(theta, hadamard(own, product(delta, transpose(delta))));
      const back = product(delta, transpose(scaled(matrixOf(`A/s0/weights/${k}/W`), weight_scale)));
      delta = { ...back, data: back.data.map((v, p) => v * (1 - u.data[p]! ** 2)) };
    }

    expect(relativeError(matrixOf('A/s0/f/0'), h)).toBeLessThan(1e-5);
    expect(relativeError(matrixOf('A/s0/ntk/0'), theta)).toBeLessThan(1e-5);
  });

  it.each<[string, Settings, Settings]>([
    [
      'conv',
      { data: 'digits' },
      { act: 'leaky', 'net.width': 2, 'net.pool': 'gap', 'net.padding': 'zero' },
    ],
    [
      'convres',
      { data: 'digits' },
      { act: 'leaky', 'net.width': 2, 'net.grid': 'line', 'net.depth': 1 },
    ],
    ['resntk', { data: 'sphere', 'data.dim': 3 }, { 'net.width': 4 }],
    ['rnn', { data: 'sequences', 'data.length': 5 }, { 'net.states': 'all', 'net.sh2': 0.5 }],
  ])('is enough to compute a %s network again', async (net, shared, values) => {
    const { matrixOf, manifest } = await archiveOf({ ...shared, 'data.n': 3 }, { net, ...values });
    const { A: program } = (manifest as { programs: { A: readonly Step[] } }).programs;
    const maps = [...new Set(program.flatMap(({ map }) => (map === undefined ? [] : [map])))];
    const arrays = new Map(
      maps.flatMap((map) => {
        const { bias_scale } = program.find((step) => step.map === map)!;
        const names = bias_scale === null ? ['W'] : ['W', 'b'];
        return names.map((name) => [`${map}/${name}`, matrixOf(`A/s0/weights/${map}/${name}`)]);
      }),
    );
    const x = matrixOf('x');
    const trained = program.flatMap(({ map, trains = [] }) =>
      trains.map((which) => `${map}/${which}`),
    );
    const theta = matrix(3, 3);
    for (const name of new Set(trained)) {
      const { data } = arrays.get(name)!;
      data.forEach((value, p) => {
        const [above, below] = [1e-5, -1e-5].map((by) => {
          data[p] = value + by;
          return runProgram(program, arrays, x);
        });
        data[p] = value;
        const slopes = above!.data.map((f, i) => (f - below!.data[i]!) / 2e-5);
        theta.data.forEach((_, at) => {
          theta.data[at]! += slopes[Math.floor(at / 3)]! * slopes[at % 3]!;
        });
      });
    }

    expect(relativeError(matrixOf('A/s0/f/0'), runProgram(program, arrays, x))).toBeLessThan(1e-5);
    expect(relativeError(matrixOf('A/s0/ntk/0'), theta)).toBeLessThan(1e-5);
  });

  it('keeps what a diverged arm came to, with predictions at the same steps', async () => {
    const { array, manifest } = await archiveOf(
      { data: 'circle', steps: 60 },
      { rate: 5 },
      { rate: 0.5 },
    );

    const steps = array('A/s0/steps').shape[0] ?? NaN;
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(61);
    expect(array('A/s0/loss_train').shape).toEqual([steps]);
    expect(array('A/s0/loss_predicted').shape).toEqual([steps]);
    expect(array('B/s0/steps').shape).toEqual([61]);
    expect(manifest).toMatchObject({ failures: [{ kind: 'diverged', arm: 'A' }] });
  });

  it('keeps what is predicted from a later step, and what wide ensembles come to', async () => {
    const { array, names } = await archiveOf(
      { data: 'circle', 'data.test': 5, steps: 20, snapshots: 2, relinearize: 7 },
      { mirror: true },
    );
    const late = array('A/s0/loss_predicted_relinearized').values;

    expect(Array.from(late.slice(0, 7)).every(Number.isNaN)).toBe(true);
    expect(late[7]! / array('A/s0/loss_train').values[7]!).toBeCloseTo(1, 5);
    for (const at of ['ntk/end', 'ntk/0', 'ntk/7', 'ntk/10', 'ntk/20', 'nngp']) {
      expect(array(`A/posterior_${at}/mean_test`).shape).toEqual([5, 1]);
      expect(array(`A/posterior_${at}/mean`).shape[0]).toBeGreaterThan(100);
      expect(array(`A/posterior_${at}/jitter`).shape).toEqual([1]);
      expect(array(`A/posterior_${at}/covariance_test`).shape).toEqual([5, 5]);
    }
    const { values } = array('A/posterior_nngp/covariance_test');
    array('A/posterior_nngp/deviation_test').values.forEach((deviation, i) =>
      expect(values[6 * i]! / deviation ** 2).toBeCloseTo(1, 6),
    );
    expect(Array.from(array('A/posterior_ntk/20/deviation_test').values)).toEqual([0, 0, 0, 0, 0]);
    expect(names.length).toBe(new Set(names).size);
  });

  it('trains at the rates that are planned, and predicts up to where the first of them ends', async () => {
    const data = { data: 'circle' };
    // One after the other: both would otherwise use one backend.
    const changed = await archiveOf(data, { rate: 0.9, 'rate.changes': '4:0.1' });
    const constant = await archiveOf(data, { rate: 0.9 });
    const [loss, same] = [changed, constant].map(({ array }) => array('A/s0/loss_train').values);
    const [ended, whole] = [changed, constant].map(
      ({ array }) => array('A/s0/loss_predicted').values,
    );

    expect(loss?.slice(0, 5)).toEqual(same?.slice(0, 5));
    expect(loss?.[5]).not.toBe(same?.[5]);
    expect(ended?.slice(0, 5)).toEqual(whole?.slice(0, 5));
    expect([...(ended?.slice(5) ?? [])]).toEqual([NaN, NaN]);
  });

  it('is the same to the bit when computed again, but for the times it took', async () => {
    const [first, again] = [await archiveOf({ data: 'cloud' }), await archiveOf({ data: 'cloud' })];
    const arrays = ({ names, array }: typeof first) =>
      names.filter((name) => name !== 'manifest.json').map((name) => [name, array(name)]);

    expect(first.names.length).toBeGreaterThan(20);
    expect(arrays(again)).toEqual(arrays(first));
  });

  it('is refused with the words of the failure', async () => {
    const experiment = canonical({ shared: { data: 'digits' }, arms: [{}] });

    await expect(recordArchive(experiment, nodeEnvironment, { backend: 'wasm' })).rejects.toThrow(
      'digits.bin',
    );
  });

  it('can be called off', async () => {
    const abort = new AbortController();
    const experiment = canonical({
      shared: { data: 'circle', 'data.n': 10, 'data.test': 6, steps: 100_000 },
      arms: [{ 'net.width': 9, 'net.depth': 2 }],
    });

    await expect(
      recordArchive(experiment, nodeEnvironment, {
        backend: 'wasm',
        signal: abort.signal,
        onProgress: () => abort.abort(),
      }),
    ).rejects.toThrow('called off');
  });
});
