import { describe, expect, it } from 'vitest';
import { eigenvalues } from '../math/eigh.ts';
import { add, frobenius, gram, matrix, scaled, subtract, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Ops } from '../nn/Ops.ts';
import type { Dimensions } from '../nn/partsOf.ts';
import type { Settings } from '../nn/Settings.ts';
import { inOrder } from './network.ts';
import { dualOps, type Dual } from './testing/dualOps.ts';
import { outputs64 } from './testing/jacobian.ts';
import { drawn } from './testing/networkOfArm.ts';

const sample = (d: number, seed = 1): Matrix => matrix(1, d, normals(stream(seed), d));

/** Values and Jacobians by the inputs, d×features, of what `of` records of a network in float64, at one sample. */
function jacobians(
  values: Settings,
  dimensions: Dimensions,
  x: Matrix,
  of: 'add' | 'affine',
): readonly { readonly value: Matrix; readonly jacobian: Matrix }[] {
  const { layer, parameters } = drawn(values, dimensions);
  const arrays = parameters.map(({ shape, values: data }): Dual => {
    const [rows = 1, cols] = shape;
    const value = cols === undefined ? matrix(1, rows, data) : matrix(rows, cols, data);
    return { value, slope: matrix(value.rows, value.cols) };
  });
  const runs = Array.from({ length: x.cols }, (_, input) => {
    const seen: Dual[] = [];
    const recorded = (value: Dual): Dual => {
      seen.push(value);
      return value;
    };
    const ops: Ops<Dual> = {
      ...dualOps,
      ...(of === 'add'
        ? { add: (a, b) => recorded(dualOps.add(a, b)) }
        : { affine: (a, weights) => recorded(dualOps.affine(a, weights)) }),
    };
    const slope = matrix(1, x.cols);
    slope.data[input] = 1;
    layer.apply(ops, inOrder(arrays), { value: x, slope });
    return seen;
  });
  return runs[0]!.map(({ value }, place) => {
    const features = value.data.length;
    const jacobian = matrix(x.cols, features);
    runs.forEach((seen, input) => jacobian.data.set(seen[place]!.slope.data, input * features));
    return { value, jacobian };
  });
}

/** The largest distance of a singular value from 1. */
const unevenness = (jacobian: Matrix): number => {
  const { rows, cols, data } = jacobian;
  const short = rows <= cols ? jacobian : transposed(rows, cols, data);
  return Math.max(...eigenvalues(gram(short)).map((v) => Math.abs(Math.sqrt(Math.max(0, v)) - 1)));
};

function transposed(rows: number, cols: number, data: Float64Array): Matrix {
  const result = matrix(cols, rows);
  data.forEach((value, at) => {
    result.data[(at % cols) * rows + Math.floor(at / cols)] = value;
  });
  return result;
}

const relu = { act: 'relu', sw2: 1.7, sb2: 0.3 };

describe('the isometric residual start', () => {
  it.each([
    ['preact', {}],
    ['preact', { 'net.alpha.by': 'value', 'net.alpha': 0.1 }],
    ['resntk', {}],
    ['resntk', { scaling: 'standard' }],
    ['tirer', { 'net.gamma': 1 }],
  ] as const)(
    'has a stream whose Jacobian has all singular values 1 at every depth: %s %o',
    (net, more) => {
      const values = { ...relu, net, 'net.width': 24, 'net.depth': 10, init: 'isometric', ...more };
      const x = sample(8);
      const stages = jacobians(values, { inputs: 8, outputs: 1 }, x, 'add');

      expect(stages).toHaveLength(10);
      for (const { value, jacobian } of stages) {
        expect(unevenness(jacobian)).toBeLessThan(1e-12);
        expect(frobenius(value) / frobenius(x)).toBeCloseTo(1, 12);
      }
      // Blocks turn the stream and do not just hand it on.
      expect(frobenius(subtract(stages[9]!.value, stages[8]!.value))).toBeGreaterThan(0.1);
    },
  );

  it('has one in convolutional blocks too', () => {
    const grid = { rows: 2, columns: 3, channels: 2 };
    const values = { ...relu, net: 'convres', 'net.width': 6, 'net.depth': 10, init: 'isometric' };
    const x = sample(12);
    const stages = jacobians(values, { inputs: 12, outputs: 1, grid }, x, 'add');

    expect(stages).toHaveLength(10);
    for (const { value, jacobian } of stages) {
      expect(unevenness(jacobian)).toBeLessThan(1e-12);
      expect(frobenius(value) / frobenius(x)).toBeCloseTo(1, 12);
    }
  });

  it('is not what other starts have', () => {
    for (const init of ['gaussian', 'orthogonal', 'fixup', 'looks-linear']) {
      const values = { ...relu, net: 'resntk', 'net.width': 24, 'net.depth': 3, init };
      const [, , last] = jacobians(values, { inputs: 8, outputs: 1 }, sample(8), 'add');

      expect(unevenness(last!.jacobian)).toBeGreaterThan(0.05);
    }
  });
});

describe('looks-linear weights', () => {
  it('make every hidden layer of a fully connected network an isometry', () => {
    const values = { ...relu, 'net.width': 20, 'net.depth': 10, init: 'looks-linear' };
    const stages = jacobians(values, { inputs: 8, outputs: 1 }, sample(8), 'affine');

    expect(stages).toHaveLength(11);
    for (const { jacobian } of stages.slice(0, -1))
      expect(unevenness(jacobian)).toBeLessThan(1e-12);
  });

  it('make the whole one an isometry where there are two units for each input', () => {
    const values = { ...relu, 'net.width': 8, 'net.depth': 10, init: 'looks-linear' };
    const last = jacobians(values, { inputs: 4, outputs: 3 }, sample(4), 'affine').at(-1);

    expect(unevenness(last!.jacobian)).toBeLessThan(1e-12);
  });

  const grid = { rows: 2, columns: 3, channels: 1 };
  it.each([
    { net: 'fc' },
    { net: 'conv' },
    { net: 'conv', 'net.pool': 'gap', 'net.padding': 'zero' },
    { net: 'convres' },
    { net: 'rnn' },
    { net: 'rnn', 'net.states': 'all' },
    { net: 'resntk' },
    { net: 'preact' },
  ] as readonly Settings[])('start exactly linear, and not by being zero: %o', (more) => {
    const depth = more.net === 'rnn' ? 2 : 4;
    const values = { ...relu, 'net.width': 10, 'net.depth': depth, init: 'looks-linear', ...more };
    const { layer, parameters } = drawn(values, { inputs: 6, outputs: 2, grid });
    const f = (x: Matrix): Matrix => outputs64(layer, parameters, x);
    const [x, y] = [sample(6, 2), sample(6, 3)];
    const sum = f(add(scaled(x, -1.5), scaled(y, 0.7)));

    expect(
      frobenius(subtract(sum, add(scaled(f(x), -1.5), scaled(f(y), 0.7)))) / frobenius(sum),
    ).toBeLessThan(1e-12);
    expect(frobenius(f(x))).toBeGreaterThan(0.01);
  });
});
