import { describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import { matrix, product, type Matrix } from '../math/matrix.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import { matrixOps, nextMatrix } from '../nn/matrixOps.ts';
import { replay } from '../nn/replay.ts';
import type { Settings } from '../nn/Settings.ts';
import { stagesOf } from '../nn/stagesOf.ts';
import { moving, still, tangentOps, type Tangent } from '../nn/tangentOps.ts';
import { trace } from '../nn/trace.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { drawn, inputs, type Drawn } from './testing/networkOfArm.ts';
import { relativeError } from './testing/relativeError.ts';

/** The results of a network at x by instruction, moving with the numbers at `from`. */
function tangents({ layer, parameters }: Drawn, x: Matrix, from = 0): ReadonlyMap<number, Tangent> {
  const steps = trace(layer, x.cols);
  const results = replay(tangentOps, steps, parameters.map(still), { value: x }, (at, tangent) =>
    at === from ? moving(tangent.value) : tangent,
  );
  return new Map([...results].map(({ at, value }) => [at, value]));
}

const outputs = ({ layer, parameters }: Drawn, x: Matrix): Float64Array =>
  layer.apply(matrixOps, nextMatrix(parameters), x).data;

/** ∂f/∂x from central differences of float64, d×K: a row for each input. */
function differences(network: Drawn, x: Matrix): Matrix {
  const by = 1e-5;
  const rows = Array.from(x.data, (_, k) => {
    const [above, below] = [by, -by].map((step) =>
      outputs(network, matrix(1, x.cols, x.data.with(k, x.data[k]! + step))),
    );
    return Array.from(above!, (f, i) => (f - below![i]!) / (2 * by));
  });
  return matrix(x.cols, rows[0]!.length, Float64Array.from(rows.flat()));
}

function agrees(values: Settings, dimensions: Dimensions): void {
  const network = drawn(values, dimensions);
  const x = inputs(1, dimensions.inputs);
  const { value, slopes } = [...tangents(network, x).values()].at(-1)!;
  const want = differences(network, x);
  const all = outputs(network, x);

  value.data.forEach((f, k) => expect(f).toBeCloseTo(all[k]!, 13));
  const found = matrix(want.rows, want.cols, slopes?.data ?? new Float64Array(want.data.length));
  if (want.data.every((slope) => slope === 0)) expect(found.data.every((s) => s === 0)).toBe(true);
  else expect(relativeError(found, want)).toBeLessThan(1e-8);
}

describe('derivatives by the inputs are those of differences', () => {
  it.each(architectureCases)('$name', ({ values, inputs: d, grid }) => {
    const narrow = { 'net.width': 5, 'net.depth': 2, ...values };
    agrees(narrow, { inputs: d, outputs: 2, grid });
    agrees({ ...narrow, act: 'gelu' }, { inputs: d, outputs: 2, grid });
  });

  it.each(activations.list.map(({ id }) => id))('%s', (act) => {
    agrees({ act, 'net.width': 7, 'net.depth': 3, sb2: 0.3 }, { inputs: 4, outputs: 3 });
    agrees({ act, net: 'rnn', 'net.width': 5 }, { inputs: 4, outputs: 2 });
  });
});

describe('derivatives by a hidden layer', () => {
  it.each(['fc', 'resntk', 'conv'])('carry on those by the inputs: %s', (net) => {
    const dimensions = { inputs: 9, outputs: 2, grid: { rows: 3, columns: 3, channels: 1 } };
    const network = drawn({ net, 'net.width': 4, 'net.depth': 3 }, dimensions);
    const x = inputs(1, 9);
    const steps = trace(network.layer, 9);
    const [first, ...later] = stagesOf(steps);
    const byInputs = tangents(network, x);
    const byFirst = tangents(network, x, first!.at);
    const shaped = ({ slopes }: Tangent, rows: number): Matrix =>
      matrix(rows, slopes!.data.length / rows, slopes!.data);
    const size = first!.positions * first!.features;
    const start = shaped(byInputs.get(first!.at)!, 9);

    expect(later.length).toBeGreaterThan(1);
    for (const { at } of [...later, { at: steps.length - 1 }]) {
      const chained = product(start, shaped(byFirst.get(at)!, size));
      expect(relativeError(chained, shaped(byInputs.get(at)!, 9))).toBeLessThan(1e-13);
    }
  });
});
