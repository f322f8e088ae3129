import { describe, expect, it } from 'vitest';
import { logLogSlope } from '../math/lineFit.ts';
import { frobenius, matrix, product, subtract, transpose, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { mean } from '../math/summary.ts';
import { driftCost, kernelDrift } from '../nn/dynamics/kernelDrift.ts';
import { asMatrix } from '../nn/matrixOps.ts';
import { ntk64 } from '../nn/ntk64.ts';
import type { Parameter } from '../nn/Parameter.ts';
import type { Settings } from '../nn/Settings.ts';
import { tangent64 } from '../nn/tangent64.ts';
import { trace } from '../nn/trace.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { fullNtk64, jacobian, meanOfBlocks, outputs64 } from './testing/jacobian.ts';
import { drawn, inputs, type Drawn } from './testing/networkOfArm.ts';

const targets = (n: number, k: number): Matrix =>
  matrix(n, k, normals(stream('targets'), n * k).map(Math.sign));

/** (1/n)(f − y), output-major as the Jacobian's rows are. */
function stackedSlope(f: Matrix, y: Matrix): Matrix {
  const difference = transpose(subtract(f, y));
  return matrix(
    difference.data.length,
    1,
    difference.data.map((value) => value / f.rows),
  );
}

/** So many steps of gradient descent by Jacobians in forward mode. */
function trained({ layer, parameters }: Drawn, x: Matrix, y: Matrix, eta: number, steps: number) {
  let now = parameters;
  for (let step = 0; step < steps; step++) {
    const gradient = product(
      transpose(jacobian(layer, now, x)),
      stackedSlope(outputs64(layer, now, x), y),
    ).data;
    let from = 0;
    now = now.map((parameter): Parameter => {
      const values = parameter.values.map((value, i) => value - eta * gradient[from + i]!);
      from += values.length;
      return { ...parameter, values };
    });
  }
  return now;
}

function driftOf({ layer, parameters }: Drawn, x: Matrix, y: Matrix, full: boolean): number {
  return kernelDrift({
    steps: trace(layer, x.cols),
    parameters: parameters.map(asMatrix),
    x,
    slope: (f) =>
      matrix(
        f.rows,
        f.cols,
        subtract(f, y).data.map((value) => value / f.rows),
      ),
    full,
  });
}

describe('the NTK in float64', () => {
  it.each(architectureCases)('is J·Jᵀ: $name', ({ values, inputs: d, grid }) => {
    const settings = { 'net.depth': 2, act: 'tanh', ...values, 'net.width': 5 };
    const { layer, parameters } = drawn(settings, { inputs: d, outputs: 2, grid });
    const x = inputs(3, d);
    const tangent = tangent64(trace(layer, d), parameters.map(asMatrix), x);
    const expected = fullNtk64(layer, parameters, x);
    const off = (a: Matrix, b: Matrix): number => frobenius(subtract(a, b)) / frobenius(b);

    expect(off(ntk64(tangent, true), expected)).toBeLessThan(1e-12);
    expect(off(ntk64(tangent, false), meanOfBlocks(expected, 2))).toBeLessThan(1e-12);
  });
});

describe('the first move of the kernel', () => {
  const cases: readonly (readonly [string, Settings, number])[] = [
    ['tanh', { act: 'tanh' }, 1],
    ['erf in standard scaling', { act: 'erf', scaling: 'standard' }, 1],
    ['several outputs', { act: 'softplus' }, 3],
    ['a convolution', { act: 'tanh', net: 'conv', 'net.grid': 'line' }, 2],
    ['a recurrent network', { act: 'tanh', net: 'rnn' }, 1],
    ['a readout alone', { act: 'tanh', 'net.train': 'readout' }, 1],
  ];

  it.each(cases)('is what trained steps do: %s', (_, values, k) => {
    const x = inputs(4, 6);
    const y = targets(4, k);
    const network = drawn(
      { 'net.depth': 2, ...values, 'net.width': 4 },
      { inputs: 6, outputs: k, grid: { rows: 1, columns: 6, channels: 1 } },
    );
    const eta = 2e-7;
    const after = fullNtk64(network.layer, trained(network, x, y, eta, 5), x);
    const before = fullNtk64(network.layer, network.parameters, x);
    const rate = (of: (theta: Matrix) => Matrix): number =>
      frobenius(subtract(of(after), of(before))) / (5 * eta) / frobenius(of(before));

    const full = rate((theta) => theta);
    expect(Math.abs(driftOf(network, x, y, true) - full)).toBeLessThan(1e-5 * full + 1e-9);
    const ofMean = rate((theta) => meanOfBlocks(theta, k));
    expect(Math.abs(driftOf(network, x, y, false) - ofMean)).toBeLessThan(1e-5 * ofMean + 1e-9);
  });

  it('is of order 1/width', () => {
    const x = inputs(6, 8);
    const y = targets(6, 1);
    const widths = [32, 64, 128, 256];
    const rates = widths.map((width) =>
      mean(
        Array.from({ length: 24 }, (_, seed) =>
          driftOf(
            drawn(
              { 'net.depth': 2, act: 'erf', 'net.width': width },
              { inputs: 8, outputs: 1 },
              seed,
            ),
            x,
            y,
            false,
          ),
        ),
      ),
    );

    const slope = logLogSlope(widths, rates);
    expect(slope).toBeGreaterThan(-1.15);
    expect(slope).toBeLessThan(-0.85);
  });

  it('is nothing where the targets are met', () => {
    const network = drawn({ act: 'tanh', 'net.width': 4 }, { inputs: 5, outputs: 1 });
    const x = inputs(3, 5);

    expect(driftOf(network, x, outputs64(network.layer, network.parameters, x), false)).toBe(0);
  });

  it('of the largest network that the page starts with takes few enough multiplications', () => {
    const { layer } = drawn({ 'net.width': 192 }, { inputs: 64, outputs: 1 });

    expect(driftCost(trace(layer, 64), 64, 1)).toBeLessThan(5e7);
  });
});
