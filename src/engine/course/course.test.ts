import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eigh } from '../../math/eigh.ts';
import {
  add,
  frobenius,
  gram,
  identity,
  matrix,
  product,
  scaled,
  subtract,
  transpose,
  type Matrix,
} from '../../math/matrix.ts';
import type { Layer } from '../../nn/Layer.ts';
import type { Parameter } from '../../nn/Parameter.ts';
import type { Settings } from '../../nn/Settings.ts';
import { canonical } from '../../spec/canonical.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import { resolveArms } from '../../spec/resolve.ts';
import type { BackendReport, Result } from '../../spec/Result.ts';
import { startBackend } from '../backend/startBackend.ts';
import { simulate } from '../simulate.ts';
import { jacobian, outputs64 } from '../testing/jacobian.ts';
import { nodeEnvironment } from '../testing/nodeEnvironment.ts';

let report: BackendReport;
beforeAll(async () => {
  report = await startBackend(nodeEnvironment, 'wasm');
});

const small = {
  data: 'sphere',
  'data.n': 5,
  'data.test': 4,
  'data.dim': 3,
  steps: 8,
  snapshots: 2,
};
const net = { 'net.width': 6, 'net.depth': 2, act: 'tanh', rate: 0.8, 'rate.unit': 'plain' };

/** All that a run tells, once nothing is left on the backend. */
async function ran(shared: Settings, arm: Settings): Promise<readonly Result[]> {
  const before = tf.memory().numTensors;
  const experiment = canonical({ shared: { ...small, ...shared }, arms: [{ ...net, ...arm }] });
  const results: Result[] = [];
  const quietly = { report, wanted: () => [], following: () => false };
  for await (const result of simulate(experiment, nodeEnvironment, quietly)) results.push(result);
  expect(results.filter(({ kind }) => kind === 'failure')).toEqual([]);
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

const only = <K extends Result['kind']>(
  results: readonly Result[],
  kind: K,
): readonly Extract<Result, { kind: K }>[] =>
  results.filter((result): result is Extract<Result, { kind: K }> => result.kind === kind);

/** The same network and samples in float64, without the engine. */
function twin(results: readonly Result[], arm: Settings) {
  const [data] = only(results, 'data');
  const { n, nTest, inputs } = data!;
  const [resolved] = resolveArms(canonical({ shared: small, arms: [{ ...net, ...arm }] }));
  const layer = layerOf(resolved!, { inputs, outputs: 1, grid: undefined });
  return {
    layer,
    parameters: layer.draw(weightStream(1, 0)),
    x: matrix(n, inputs, data!.x),
    xTest: matrix(nTest, inputs, data!.xTest),
    y: matrix(n, 1, data!.y),
    eta: resolved!.rate.value,
  };
}

type Twin = ReturnType<typeof twin>;

const moved = (parameters: readonly Parameter[], by: Matrix): readonly Parameter[] => {
  let from = 0;
  return parameters.map((parameter) => {
    const values = parameter.values.map((value, i) => value + by.data[from + i]!);
    from += values.length;
    return { ...parameter, values };
  });
};

/** Gradient descent on (1/2n)Σ(f − y)² by Jacobians in forward mode. */
function trained({ layer, parameters, x, y, eta }: Twin, steps: number): readonly Parameter[] {
  let now = parameters;
  for (let t = 0; t < steps; t++) {
    const residual = subtract(outputs64(layer, now, x), y);
    now = moved(now, scaled(product(transpose(jacobian(layer, now, x)), residual), -eta / x.rows));
  }
  return now;
}

/** The columns of a Jacobian that belong to one map: its weight and the bias after it. */
function partOf(layer: Layer, parameters: readonly Parameter[], x: Matrix, place: number): Matrix {
  const all = jacobian(layer, parameters, x);
  const starts = parameters.map((_, k) =>
    parameters.slice(0, k).reduce((sum, { values }) => sum + values.length, 0),
  );
  const [from, to] = [starts[place]!, starts[place + 2] ?? all.cols];
  const rows = Array.from({ length: all.rows }, (_, i) =>
    all.data.subarray(i * all.cols + from, i * all.cols + to),
  );
  return gram(matrix(all.rows, to - from, Float64Array.from(rows.flatMap((row) => [...row]))));
}

const off = (a: Matrix, b: Matrix): number => frobenius(subtract(a, b)) / frobenius(b);

describe('movement', () => {
  it.each([{}, { scaling: 'standard', rate: 0.1 }])(
    'is what float64 training has moved weights and parts of the kernel by: %o',
    async (arm) => {
      const results = await ran({}, arm);
      const same = twin(results, arm);
      const movements = only(results, 'movement');

      expect(movements.map(({ step }) => step)).toEqual([0, 4, 8]);
      expect(movements[0]?.weights.every((value) => value === 0)).toBe(true);
      expect(movements[0]?.kernels.every((value) => value === 0)).toBe(true);
      for (const { step, labels, weights, kernels, note } of movements.slice(1)) {
        const after = trained(same, step);
        expect(labels).toEqual(['dense 1', 'dense 2', 'readout']);
        expect(note).toBeUndefined();
        labels.forEach((_, map) => {
          const [now, start] = [after[2 * map]!, same.parameters[2 * map]!].map(({ values }) =>
            matrix(1, values.length, values),
          ) as [Matrix, Matrix];
          expect(weights[map]).toBeCloseTo(off(now, start), 5);
          const part = (parameters: readonly Parameter[]): Matrix =>
            partOf(same.layer, parameters, same.x, 2 * map);
          expect(kernels[map]).toBeCloseTo(off(part(after), part(same.parameters)), 4);
        });
      }
    },
  );

  it('knows how the kernel is aligned about its mean', async () => {
    const results = await ran({}, {});
    const same = twin(results, {});
    const h = subtract(identity(5), matrix(5, 5, new Float64Array(25).fill(1 / 5)));
    const centred = (theta: Matrix): Matrix => product(h, product(theta, h));
    const cosine = (a: Matrix, b: Matrix): number =>
      a.data.reduce((sum, value, p) => sum + value * b.data[p]!, 0) / frobenius(a) / frobenius(b);
    const theta = (parameters: readonly Parameter[]): Matrix =>
      centred(gram(jacobian(same.layer, parameters, same.x)));
    const last = theta(trained(same, 8));
    const movement = only(results, 'movement').at(-1);

    expect(movement?.centredStart).toBeCloseTo(cosine(last, theta(same.parameters)), 5);
    expect(movement?.centredTarget).toBeCloseTo(cosine(last, centred(gram(same.y))), 5);
  });

  it('is nothing of what does not train', async () => {
    const movement = only(await ran({}, { 'net.train': 'hidden' }), 'movement').at(-1);

    expect(movement?.weights[0]).toBe(0);
    expect(movement?.weights[1]).toBeGreaterThan(0);
    expect(movement?.weights[2]).toBe(0);
    expect(movement?.kernels[0]).toBe(NaN);
    expect(movement?.kernels[1]).toBeGreaterThan(0);
  });
});

describe('modes', () => {
  it('are the residual along eigenvectors, beside (1 − ηλ/n)^t', async () => {
    const results = await ran({}, {});
    const same = twin(results, {});
    const { values, vectors } = eigh(gram(jacobian(same.layer, same.parameters, same.x)));
    const chunks = only(results, 'modes');
    const residual = (parameters: readonly Parameter[]): Matrix =>
      subtract(outputs64(same.layer, parameters, same.x), same.y);
    const start = residual(same.parameters);
    const along = (r: Matrix): Float64Array =>
      product(transpose(vectors), r).data.map((v) => Math.abs(v) / frobenius(start));

    expect(chunks.flatMap(({ steps }) => [...steps])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const { steps, measured, predicted, eigenvalues } of chunks) {
      expect(eigenvalues.length).toBe(5);
      steps.forEach((step, place) => {
        const found = along(residual(trained(same, step)));
        values.forEach((value, mode) => {
          const at = mode * steps.length + place;
          expect(measured[at]).toBeCloseTo(found[mode]!, 4);
          const left = Math.abs(1 - (same.eta * value) / 5) ** step * along(start)[mode]!;
          expect(predicted[at]).toBeCloseTo(left, 4);
        });
      });
    }
  });

  it('have no theory beside optimizers that no kernel tells of', async () => {
    const [first] = only(await ran({}, { opt: 'adam', rate: 0.01 }), 'modes');

    expect(first?.predicted.every(Number.isNaN)).toBe(true);
    expect(first?.measured.every(Number.isFinite)).toBe(true);
  });

  it('are those of the largest eigenvalues, of the first eight networks of an arm', async () => {
    const results = await ran({ 'data.n': 70, seeds: 9, steps: 2 }, { rate: 0.01 });

    expect(only(results, 'modes')[0]?.eigenvalues.length).toBe(64);
    expect(new Set(only(results, 'modes').map(({ seed }) => seed)).size).toBe(8);
    expect(new Set(only(results, 'lazy').map(({ seed }) => seed)).size).toBe(9);
  });
});

describe('the distance to the tangent', () => {
  it('is that of the network linear in its weights, trained alike', async () => {
    const results = await ran({}, {});
    const same = twin(results, {});
    const { layer, parameters, x, xTest, y, eta } = same;
    const [f0, fTest0] = [outputs64(layer, parameters, x), outputs64(layer, parameters, xTest)];
    const [j, jTest] = [jacobian(layer, parameters, x), jacobian(layer, parameters, xTest)];
    const lazy = only(results, 'lazy');
    let w = matrix(j.cols, 1);

    expect(lazy.map(({ step }) => step)).toEqual([0, 4, 8]);
    expect(lazy[0]).toMatchObject({ outputs: 0, outputsTest: 0 });
    for (let t = 1; t <= 8; t++) {
      const residual = subtract(add(f0, product(j, w)), y);
      w = subtract(w, scaled(product(transpose(j), residual), eta / 5));
      const found = lazy.find(({ step }) => step === t);
      if (!found) continue;
      const now = trained(same, t);
      const ratio = (inputs: Matrix, start: Matrix, slope: Matrix): number => {
        const f = outputs64(layer, now, inputs);
        return (
          frobenius(subtract(f, add(start, product(slope, w)))) / frobenius(subtract(f, start))
        );
      };
      expect(found.outputs).toBeCloseTo(ratio(x, f0, j), 4);
      expect(found.outputsTest).toBeCloseTo(ratio(xTest, fTest0, jTest), 4);
    }
  });

  it('shrinks as the output scale grows', async () => {
    const at = async (outscale: number): Promise<number> =>
      only(await ran({}, { outscale, mirror: true }), 'lazy').at(-1)!.outputs;

    expect(await at(8)).toBeLessThan(0.3 * (await at(1)));
  });
});
