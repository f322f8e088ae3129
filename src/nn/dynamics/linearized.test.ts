import { describe, expect, it } from 'vitest';
import { eigh } from '../../math/eigh.ts';
import {
  add,
  frobenius,
  gram,
  matrix,
  product,
  rowRange,
  scaled,
  subtract,
  transpose,
  type Matrix,
} from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { linearized } from './linearized.ts';
import { stacked, unstacked } from './outputMajor.ts';

const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(5).fork(name), rows * cols));

/** A kernel of rank at most `rank` between 10 training and 4 other inputs, for `outputs` blocks of outputs. */
function example({ rank = 30, outputs = 1, blocks = 1, limit = 0.6 }) {
  const n = 10;
  const m = 4;
  const joint = gram(random((n + m) * blocks, rank, 'features'));
  const train: number[] = [];
  const test: number[] = [];
  for (let k = 0; k < blocks; k++) {
    for (let i = 0; i < n + m; i++) (i < n ? train : test).push(k * (n + m) + i);
  }
  const take = (rows: readonly number[]): Matrix =>
    matrix(
      rows.length,
      train.length,
      Float64Array.from(
        rows.flatMap((i) => train.map((j) => joint.data[i * joint.cols + j] ?? NaN)),
      ),
    );
  const theta = take(train);
  const kernel = eigh(theta);
  return {
    theta,
    cross: take(test),
    kernel,
    f0: random(n, outputs, 'f0'),
    fTest0: random(m, outputs, 'fTest0'),
    y: random(n, outputs, 'y'),
    eta: (limit * 2 * n) / (kernel.values[0] ?? NaN),
    blocks,
  };
}

/** Gradient descent on the linear model, step by step. */
function iterated(model: ReturnType<typeof example>, steps: number): { f: Matrix; fTest: Matrix } {
  const n = model.f0.rows;
  const y = stacked(model.y, model.blocks);
  let f = stacked(model.f0, model.blocks);
  let fTest = stacked(model.fTest0, model.blocks);
  for (let t = 0; t < steps; t++) {
    const push = scaled(subtract(f, y), -model.eta / n);
    fTest = add(fTest, product(model.cross, push));
    f = add(f, product(model.theta, push));
  }
  return { f: unstacked(f, n), fTest: unstacked(fTest, model.fTest0.rows) };
}

const distance = (a: Matrix | undefined, b: Matrix): number =>
  a ? frobenius(subtract(a, b)) / frobenius(b) : NaN;

describe('linearized training', () => {
  it.each([
    ['one output', {}],
    ['three outputs under one kernel', { outputs: 3 }],
    ['three outputs under the full kernel', { outputs: 3, blocks: 3, rank: 60 }],
    ['a singular kernel', { rank: 4 }],
    ['a rate just below the limit', { limit: 0.999 }],
  ])('agrees with explicit iteration: %s', (_, options) => {
    const model = example(options);
    const steps = [0, 1, 2, 17, 400];

    const predicted = linearized(model)(steps);

    steps.forEach((step, place) => {
      const expected = iterated(model, step);
      expect(distance(predicted[place]?.f, expected.f)).toBeLessThan(1e-10);
      expect(distance(predicted[place]?.fTest, expected.fTest)).toBeLessThan(1e-10);
    });
  });

  it('grows as the iteration does above the limit 2n/λ_max', () => {
    const model = example({ limit: 1.05 });
    const [start, end] = linearized(model)([0, 200]);

    expect(distance(end?.f, iterated(model, 200).f)).toBeLessThan(1e-10);
    expect(frobenius(end?.f ?? model.y)).toBeGreaterThan(1e6 * frobenius(start?.f ?? model.y));
  });

  it('moves a mode of eigenvalue zero by η/n at each step, on other inputs only', () => {
    const nothing = {
      values: new Float64Array(2),
      vectors: matrix(2, 2, Float64Array.of(1, 0, 0, 1)),
    };
    const column = (...values: number[]): Matrix => matrix(2, 1, Float64Array.from(values));
    const [end] = linearized({
      kernel: nothing,
      cross: matrix(2, 2, Float64Array.of(1, 0, 0, 2)),
      f0: column(0, 0),
      fTest0: column(0, 0),
      y: column(3, 5),
      eta: 0.5,
    })([8]);

    expect(end?.f.data).toEqual(Float64Array.of(0, 0));
    expect(end?.fTest?.data).toEqual(Float64Array.of(6, 20));
  });

  it('reaches the targets and the interpolant Θ(x, X) Θ⁻¹ (y − f_0) in the end', () => {
    const model = example({});
    const [end] = linearized(model)([1e9]);
    const { values, vectors } = model.kernel;
    const inverse = product(
      vectors,
      product(
        matrix(
          10,
          10,
          Float64Array.from({ length: 100 }, (_, p) => (p % 11 ? 0 : 1 / (values[p / 11] ?? NaN))),
        ),
        transpose(vectors),
      ),
    );
    const interpolant = add(
      model.fTest0,
      product(model.cross, product(inverse, subtract(model.y, model.f0))),
    );

    expect(distance(end?.f, model.y)).toBeLessThan(1e-12);
    expect(distance(end?.fTest, interpolant)).toBeLessThan(1e-9);
  });

  it('needs no other inputs', () => {
    const { kernel, f0, y, eta } = example({});

    expect(linearized({ kernel, f0, y, eta })([3])[0]).not.toHaveProperty('fTest');
  });

  it('refuses a kernel of another size', () => {
    const model = example({});

    expect(() => linearized({ ...model, f0: rowRange(model.f0, 0, 7) })).toThrow(RangeError);
  });
});
