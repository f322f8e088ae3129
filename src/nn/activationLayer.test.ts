import { describe, expect, it } from 'vitest';
import { matrix, subtract, frobenius, transpose, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Activation } from './Activation.ts';
import { activationLayer } from './activationLayer.ts';
import { inputKernel } from './inputKernel.ts';
import type { KernelState } from './KernelState.ts';
import { plainOps } from './plainOps.ts';

const entry = { label: '', explain: '', params: [] };

const exponential: Activation = {
  ...entry,
  id: 'exponential',
  f: (ops, x) => ops.exp(x),
  df: (ops, x) => ops.exp(x),
};

/** E exp(u + v) = exp((k11 + k22)/2 + k12): the same function with its closed form. */
const closed: Activation = {
  ...exponential,
  dual: ({ k11, k12, k22 }) => {
    const value = Math.exp((k11 + k22) / 2 + k12);
    return { value, slope: value };
  },
};

const x = matrix(6, 4, normals(stream(3), 24));
const copy = matrix(6, 4, x.data.slice());

const started = (rows: Matrix, columns: Matrix): KernelState => {
  const state = inputKernel(rows, columns);
  return { ...state, ntk: state.nngp };
};

const distance = (a: Matrix, b: Matrix): number => frobenius(subtract(a, b)) / frobenius(b);

describe('an activation layer', () => {
  it('has no parameters and applies φ', () => {
    const layer = activationLayer(exponential, {});

    expect(layer.draw(stream(1))).toEqual([]);
    expect(layer.apply(plainOps, () => NaN, 0.7)).toBe(Math.exp(0.7));
  });

  it('has the same kernels by series as by closed form', () => {
    const series = activationLayer(exponential, {}).kernel(started(x, x));
    const exact = activationLayer(closed, {}).kernel(started(x, x));

    expect(distance(series.nngp, exact.nngp)).toBeLessThan(1e-12);
    expect(distance(series.ntk, exact.ntk)).toBeLessThan(1e-12);
    exact.rowVariance.forEach((k, i) => expect(series.rowVariance[i]! / k).toBeCloseTo(1, 12));
  });

  it.each([
    ['series', exponential],
    ['closed form', closed],
  ])('by %s, treats one set with itself as it treats two equal sets', (_name, activation) => {
    const layer = activationLayer(activation, {});
    const once = layer.kernel(started(x, x));
    const twice = layer.kernel(started(x, copy));

    expect(distance(once.nngp, twice.nngp)).toBeLessThan(1e-13);
    expect(distance(once.ntk, twice.ntk)).toBeLessThan(1e-13);
    expect(once.columnVariance).toBe(once.rowVariance);
    expect(transpose(once.nngp)).toEqual(once.nngp);
    expect(transpose(once.ntk)).toEqual(once.ntk);
    once.rowVariance.forEach((k, i) => expect(once.nngp.data[7 * i]).toBe(k));
  });
});
