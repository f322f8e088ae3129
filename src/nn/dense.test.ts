import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { dense, type DenseOptions, type Parameterization } from './dense.ts';
import type { Initializer } from './Initializer.ts';
import { inputKernel } from './inputKernel.ts';
import type { AffineWeights, Ops } from './Ops.ts';
import { plainOps } from './plainOps.ts';

const gaussian: Initializer = {
  id: 'test',
  label: '',
  explain: '',
  source: '',
  params: [],
  unit: (source, { fanIn, fanOut }) => normals(source, fanIn * fanOut),
  gain: (_shape, weightVariance) => weightVariance,
  limit: () => ({ exists: true }),
};

const options = (over: Partial<DenseOptions> = {}): DenseOptions => ({
  fanIn: 3,
  fanOut: 4,
  parameterization: 'ntk',
  initializer: gaussian,
  initializerSettings: {},
  weightVariance: 1.5,
  biasVariance: 0.1,
  bias: true,
  ...over,
});

const x = matrix(2, 3, Float64Array.of(1, -2, 0.5, 0.3, 1, 2));

/** What an interpreter is handed. */
const handed = (over: Partial<DenseOptions>): AffineWeights<number> => {
  let weights: AffineWeights<number> | undefined;
  const recording: Ops<number> = { ...plainOps, affine: (_x, given) => ((weights = given), 0) };
  dense(options(over)).apply(recording, () => 1, 1);
  if (!weights) throw new Error('no affine map was applied');
  return weights;
};

const roles = (over: Partial<DenseOptions>): readonly string[] =>
  dense(options(over))
    .draw(stream(1))
    .map(({ role, shape }) => `${role}${shape.join('×')}`);

describe('a dense layer', () => {
  it('draws W as in×out and one bias per output', () => {
    expect(roles({})).toEqual(['W3×4', 'b4']);
    expect(roles({ bias: false })).toEqual(['W3×4']);
  });

  it('has no bias of variance zero in NTK scaling, but one that starts at zero in standard scaling', () => {
    expect(roles({ biasVariance: 0 })).toEqual(['W3×4']);
    const [, b] = dense(options({ biasVariance: 0, parameterization: 'standard' })).draw(stream(1));

    expect(b?.values).toHaveLength(4);
    expect(b?.values.every((value) => value === 0)).toBe(true);
  });

  it('keeps its factors outside the weights in NTK scaling and inside them in standard scaling', () => {
    expect(handed({})).toEqual({
      weight: 1,
      bias: 1,
      weightScale: Math.sqrt(1.5 / 3),
      biasScale: Math.sqrt(0.1),
    });
    expect(handed({ parameterization: 'standard' })).toEqual({
      weight: 1,
      bias: 1,
      weightScale: 1,
      biasScale: 1,
    });
  });

  it('is the same map at the start in both scalings', () => {
    const ntk = dense(options()).draw(stream(5));
    const standard = dense(options({ parameterization: 'standard' })).draw(stream(5));
    const factors = [Math.sqrt(1.5 / 3), Math.sqrt(0.1)];

    ntk.forEach(({ values }, p) =>
      values.forEach((value, i) =>
        expect(standard[p]?.values[i]).toBeCloseTo(factors[p]! * value, 14),
      ),
    );
  });

  it.each<[Parameterization, number, number]>([
    ['ntk', 1.5, 0.1],
    ['standard', 3, 1],
  ])('in %s scaling has Θ′ = %d·K + %d + σ_w²·Θ', (parameterization, factor, shift) => {
    const state = inputKernel(x, x);
    const before = { ...state, ntk: matrix(2, 2, Float64Array.of(0.5, 0.25, 0.25, 2)) };
    const after = dense(options({ parameterization })).kernel(before);

    state.nngp.data.forEach((k, p) => {
      expect(after.nngp.data[p]).toBeCloseTo(1.5 * k + 0.1, 14);
      expect(after.ntk.data[p]).toBeCloseTo(factor * k + shift + 1.5 * before.ntk.data[p]!, 14);
    });
    after.rowVariance.forEach((k, i) => expect(after.nngp.data[3 * i]).toBe(k));
    expect(after.columnVariance).toBe(after.rowVariance);
  });

  it('without biases has no constant in either kernel', () => {
    const state = inputKernel(x, matrix(1, 3));

    for (const parameterization of ['ntk', 'standard'] as const) {
      const after = dense(options({ parameterization, bias: false })).kernel(state);
      expect([...after.nngp.data, ...after.ntk.data]).toEqual([0, 0, 0, 0]);
    }
  });

  const biased = (value: number): Initializer => ({ ...gaussian, bias: () => value });

  it('starts every bias from the value that a scheme says, in both scalings', () => {
    for (const [over, drawnAs, trains] of [
      [{}, -0.8 / Math.sqrt(0.1), true],
      [{ biasVariance: 0 }, -0.8, false],
      [{ parameterization: 'standard' }, -0.8, true],
      [{ parameterization: 'standard', biasVariance: 0 }, -0.8, true],
    ] as const) {
      const all = { initializer: biased(-0.8), ...over };
      const [, b] = dense(options(all)).draw(stream(1));
      const { biasScale, trained } = handed(all);

      b!.values.forEach((value) => expect(value).toBeCloseTo(drawnAs, 14));
      expect(biasScale * b!.values[0]!).toBeCloseTo(-0.8, 14);
      expect(trained?.bias !== false).toBe(trains);
      expect(trained?.weight !== false).toBe(true);
    }
    expect(roles({ initializer: biased(0), biasVariance: 0 })).toEqual(['W3×4']);
    expect(roles({ initializer: biased(-1), bias: false })).toEqual(['W3×4']);
  });

  it.each([
    [{}, 1.5, 0.1],
    [{ biasVariance: 0 }, 1.5, 0],
    [{ parameterization: 'standard' }, 3, 1],
  ] as const)(
    'keeps the mean of fixed biases apart from the kernels: %o',
    (over, factor, shift) => {
      const state = inputKernel(x, x);
      const before = { ...state, ntk: matrix(2, 2, Float64Array.of(0.5, 0.25, 0.25, 2)) };
      const after = dense(options({ initializer: biased(-0.8), ...over })).kernel(before);

      expect(after.mean).toBe(-0.8);
      state.nngp.data.forEach((k, p) => {
        expect(after.nngp.data[p]).toBeCloseTo(1.5 * k, 14);
        expect(after.ntk.data[p]).toBeCloseTo(factor * k + shift + 1.5 * before.ntk.data[p]!, 14);
      });
      // What reads it without an activation between sees second moments.
      const next = dense(options({ biasVariance: 0 })).kernel(after);
      expect(next.mean).toBeUndefined();
      expect(next.nngp.data[1]).toBeCloseTo(1.5 * (after.nngp.data[1]! + 0.64), 14);
      expect(next.rowVariance[0]).toBeCloseTo(1.5 * (after.rowVariance[0]! + 0.64), 14);
    },
  );

  it('of weights that start at zero has its own part of the NTK alone', () => {
    const state = inputKernel(x, x);
    const before = { ...state, ntk: state.nngp };
    const silent = { ...gaussian, startsAtZero: () => true };
    const after = dense(options({ initializer: silent })).kernel(before);

    expect(after.nngp.data.every((k) => k === 0.1)).toBe(true);
    state.nngp.data.forEach((k, p) => expect(after.ntk.data[p]).toBeCloseTo(1.5 * k + 0.1, 14));
  });
});
