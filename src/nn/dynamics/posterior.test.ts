import { describe, expect, it } from 'vitest';
import { cholesky } from '../../math/cholesky.ts';
import { eigh } from '../../math/eigh.ts';
import {
  frobenius,
  gram,
  identity,
  matrix,
  product,
  subtract,
  transpose,
  type Matrix,
} from '../../math/matrix.ts';
import { normals, stream, type Stream } from '../../math/rng.ts';
import { linearized } from './linearized.ts';
import { descent, flow } from './Motion.ts';
import {
  ensemble,
  influenceAt,
  influenceAtEnd,
  processRegression,
  ensembleCovariance,
  processCovariance,
  type Covariance,
  type JointCovariance,
} from './posterior.ts';

const [n, m] = [6, 3];

const random = (rows: number, cols: number, source: Stream): Matrix =>
  matrix(rows, cols, normals(source, rows * cols));

const block = (
  a: Matrix,
  rows: readonly [number, number],
  cols: readonly [number, number],
): Matrix =>
  matrix(
    rows[1] - rows[0],
    cols[1] - cols[0],
    Float64Array.from({ length: (rows[1] - rows[0]) * (cols[1] - cols[0]) }, (_, p) => {
      const width = cols[1] - cols[0];
      return a.data[(rows[0] + Math.floor(p / width)) * a.cols + cols[0] + (p % width)]!;
    }),
  );

/** A covariance of n samples and m other inputs, and all of it. */
function covariance(name: string, rank = 20): Covariance & { readonly joint: Matrix } {
  const joint = gram(random(n + m, rank, stream('posterior').fork(name)));
  return {
    joint,
    train: block(joint, [0, n], [0, n]),
    cross: block(joint, [n, n + m], [0, n]),
    variance: Float64Array.from({ length: m }, (_, i) => joint.data[(n + i) * (n + m + 1)]!),
  };
}

/** The same with the covariance of the other inputs among themselves. */
const jointly = ({ train, cross, joint }: ReturnType<typeof covariance>): JointCovariance => ({
  train,
  cross,
  own: block(joint, [n, n + m], [n, n + m]),
});

const theta = covariance('ntk');
const k = covariance('nngp');
const y = random(n, 2, stream('targets'));
const distance = (a: Matrix, b: Matrix): number => frobenius(subtract(a, b)) / frobenius(b);

describe('the influence of residuals', () => {
  it('is Θ(x, X)Θ⁻¹ at the end, and comes to it in time', () => {
    const { weights, jitter } = influenceAtEnd(theta.train, theta.cross);
    const late = influenceAt(eigh(theta.train), theta.cross, flow, 1, 1e6);

    expect(jitter).toBe(0);
    expect(distance(product(weights, theta.train), theta.cross)).toBeLessThan(1e-12);
    expect(distance(late.weights, weights)).toBeLessThan(1e-10);
  });

  it.each([
    ['steps', descent],
    ['flow', flow],
  ])('moves outputs as linearized training does: %s', (_, motion) => {
    const kernel = eigh(theta.train);
    const eta = (0.7 * 2 * n) / kernel.values[0]!;
    const start = stream('start');
    const [f0, fTest0] = [random(n, 2, start), random(m, 2, start)];
    const [outputs] = linearized({ kernel, cross: theta.cross, f0, fTest0, y, eta, motion })([13]);
    const { weights } = influenceAt(kernel, theta.cross, motion, eta / n, 13);

    expect(
      distance(subtract(outputs!.fTest!, fTest0), product(weights, subtract(y, f0))),
    ).toBeLessThan(1e-12);
  });
});

describe('the ensemble of wide networks', () => {
  it.each<[string, ReturnType<typeof influenceAtEnd>]>([
    ['after a while', influenceAt(eigh(theta.train), theta.cross, flow, 0.05, 3)],
    ['in the end', influenceAtEnd(theta.train, theta.cross)],
  ])('is what trained draws of the start are: %s', (_, influence) => {
    const { mean, variance } = ensemble(influence, k, y);
    const all = ensembleCovariance(influence, jointly(k));
    const draws = 40_000;
    const source = stream('draws');
    const root = cholesky(k.joint);
    const starts = product(root, random(n + m, draws, source));
    // Targets of the first output only.
    const moved = product(
      influence.weights,
      subtract(
        matrix(
          n,
          draws,
          Float64Array.from({ length: n * draws }, (_, p) => y.data[2 * Math.floor(p / draws)]!),
        ),
        block(starts, [0, n], [0, draws]),
      ),
    );
    const outputs = Array.from({ length: m }, (_, i) =>
      Array.from(
        { length: draws },
        (_, s) => starts.data[(n + i) * draws + s]! + moved.data[i * draws + s]!,
      ),
    );
    const averages = outputs.map((values) => values.reduce((a, b) => a + b, 0) / draws);
    for (let i = 0; i < m; i++) {
      const average = averages[i]!;
      const together = outputs.map(
        (values, j) =>
          values.reduce((a, b, s) => a + (b - averages[j]!) * (outputs[i]![s]! - average), 0) /
          (draws - 1),
      );
      const spread = together[i]!;

      expect(all.data[i * (m + 1)]! / variance[i]!).toBeCloseTo(1, 12);
      together.forEach((value, j) => {
        const [own, mixed] = [variance[i]! * variance[j]!, all.data[i * m + j]!];
        // The standard error of a covariance of normals.
        expect(Math.abs(value - mixed)).toBeLessThan(4 * Math.sqrt((own + mixed ** 2) / draws));
      });
      expect(Math.abs(average - mean.data[2 * i]!)).toBeLessThan(
        4 * Math.sqrt(variance[i]! / draws),
      );
      expect(Math.abs(spread / variance[i]! - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    }
  });

  it('has nothing left to chance on the samples in the end, and all of it at the start', () => {
    const own: Covariance = {
      train: k.train,
      cross: k.train,
      variance: k.train.data.filter((_, p) => p % (n + 1) === 0),
    };
    const end = ensemble(influenceAtEnd(theta.train, theta.train), own, y);
    const start = ensemble(influenceAt(eigh(theta.train), theta.train, flow, 1, 0), own, y);

    expect(distance(end.mean, y)).toBeLessThan(1e-12);
    end.variance.forEach((value, i) => expect(value / own.variance[i]!).toBeLessThan(1e-12));
    expect(frobenius(start.mean)).toBe(0);
    expect(start.variance).toEqual(own.variance);
  });
});

describe('regression on the process of the start', () => {
  it('is the conditional law: the Schur complement of the joint precision', () => {
    const { mean, variance, influence } = processRegression(k, y);
    const { values, vectors } = eigh(k.joint);
    const size = n + m;
    const precision = product(
      vectors,
      product(
        matrix(
          size,
          size,
          Float64Array.from({ length: size * size }, (_, p) =>
            p % (size + 1) ? 0 : 1 / values[p / (size + 1)]!,
          ),
        ),
        transpose(vectors),
      ),
    );
    const own = block(precision, [n, size], [n, size]);
    const mixed = block(precision, [n, size], [0, n]);

    expect(influence.jitter).toBe(0);
    // P_xx·μ = −P_xX·y, and the conditional covariance is P_xx⁻¹.
    expect(
      distance(
        product(own, mean),
        product(
          mixed,
          matrix(
            n,
            2,
            y.data.map((value) => -value),
          ),
        ),
      ),
    ).toBeLessThan(1e-9);
    const all = processCovariance(influence, jointly(k));
    expect(distance(product(own, all), identity(m))).toBeLessThan(1e-9);
    variance.forEach((value, i) => expect(value / all.data[i * (m + 1)]!).toBeCloseTo(1, 12));
  });

  it('takes as little jitter as makes a singular covariance regular, and says so', () => {
    const flat = covariance('flat', 4);
    const consistent = product(flat.train, random(n, 1, stream('weights')));
    const {
      mean,
      variance,
      influence: { jitter },
    } = processRegression(flat, consistent);

    expect(jitter).toBeGreaterThan(0);
    expect(jitter).toBeLessThan(1e-12);
    // Four features are known from six samples: nothing is left to chance.
    variance.forEach((value, i) => expect(value / flat.variance[i]!).toBeLessThan(1e-9));
    expect(distance(mean, product(flat.cross, random(n, 1, stream('weights'))))).toBeLessThan(1e-6);
  });

  it('cannot be had of nothing', () => {
    const none: Covariance = {
      train: matrix(n, n),
      cross: matrix(m, n),
      variance: new Float64Array(m),
    };

    expect(() => processRegression(none, y)).toThrow(RangeError);
  });
});
