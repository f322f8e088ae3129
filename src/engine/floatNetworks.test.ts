import { describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import { frobenius, matrix, subtract, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { asMatrix, matrixOps, nextMatrix } from '../nn/matrixOps.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import { replay } from '../nn/replay.ts';
import { sensitivities } from '../nn/sensitivities.ts';
import type { Settings } from '../nn/Settings.ts';
import { stagesOf } from '../nn/stagesOf.ts';
import { trace } from '../nn/trace.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { outputs64 } from './testing/jacobian.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';

type Case = readonly [name: string, values: Settings, dimensions: Dimensions];

const cases: readonly Case[] = [
  ...architectureCases.map(({ name, values, inputs: d, grid }): Case => [
    name,
    { 'net.width': 5, act: 'gelu', sb2: 0.1, ...values },
    { inputs: d, outputs: 2, ...(grid && { grid }) },
  ]),
  ...activations.list.map(({ id, label }): Case => [
    `fully connected, ${label}`,
    { 'net.width': 6, 'net.depth': 2, act: id, sb2: 0.1 },
    { inputs: 3, outputs: 2 },
  ]),
  ['mirrored', { 'net.width': 5, act: 'erf', mirror: true }, { inputs: 3, outputs: 2 }],
];

describe.each(cases)('in float64 a network (%s)', (_name, values, dimensions) => {
  const { layer, parameters } = drawn(values, dimensions);
  const x = inputs(3, dimensions.inputs);
  const steps = trace(layer, dimensions.inputs);
  const weights = parameters.map(asMatrix);

  it('computes what it does in forward mode, whole or step by step', () => {
    const outputs = layer.apply(matrixOps, nextMatrix(parameters), x);

    const oracle = outputs64(layer, parameters, x);
    const size = 1 + frobenius(oracle);

    expect(frobenius(subtract(outputs, oracle))).toBeLessThan(1e-14 * size);
    expect(valuesOf(steps, weights, x).at(-1)).toEqual(outputs);
  });

  it('depends on its hidden layers and inputs as differences of outputs say', () => {
    const values0 = valuesOf(steps, weights, x);
    const places = [0, ...stagesOf(steps).map(({ at }) => at)];
    const found = sensitivities(steps, weights, values0, new Set(places));
    for (const at of places) {
      const { rows, cols } = values0[at]!;
      const along = matrix(rows, cols, normals(stream(`along ${at}`), rows * cols));
      const outputs = (by: number): Matrix =>
        valuesOf(steps, weights, x, (place, value) =>
          place === at ? moved(value, along, by) : value,
        ).at(-1)!;
      const h = 1e-6;
      const [above, below] = [outputs(h), outputs(-h)];
      const measured = above.data.map((value, k) => (value - below.data[k]!) / (2 * h));
      const of = found.get(at);
      const predicted = measured.map((_, k) => {
        const [sample, output] = [Math.floor(k / above.cols), k % above.cols];
        return of ? alongSample(of, along, output, sample, x.rows) : 0;
      });
      const scale = Math.hypot(...measured);

      predicted.forEach((value, k) =>
        expect(Math.abs(value - measured[k]!)).toBeLessThan(1e-7 * (1 + scale)),
      );
    }
  });
});

const valuesOf = (
  steps: ReturnType<typeof trace>,
  weights: readonly Matrix[],
  x: Matrix,
  replace?: (at: number, value: Matrix) => Matrix,
): readonly Matrix[] =>
  Array.from(replay(matrixOps, steps, weights, x, replace), ({ value }) => value);

const moved = (value: Matrix, along: Matrix, by: number): Matrix =>
  matrix(
    value.rows,
    value.cols,
    value.data.map((entry, k) => entry + by * along.data[k]!),
  );

/** Σ over the entries of one sample of ∂f_output times the direction. */
function alongSample(
  { data }: Matrix,
  along: Matrix,
  output: number,
  sample: number,
  samples: number,
): number {
  const size = along.data.length / samples;
  let sum = 0;
  for (let k = 0; k < size; k++)
    sum += data[output * along.data.length + sample * size + k]! * along.data[sample * size + k]!;
  return sum;
}
