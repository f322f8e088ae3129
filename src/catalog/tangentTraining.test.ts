import { describe, expect, it } from 'vitest';
import { eigh } from '../math/eigh.ts';
import {
  add,
  frobenius,
  gram,
  matrix,
  product,
  productTransposed,
  scaled,
  subtract,
  transpose,
  type Matrix,
} from '../math/matrix.ts';
import { normals, permutation, stream } from '../math/rng.ts';
import { linearized } from '../nn/dynamics/linearized.ts';
import { linearMotion } from '../nn/dynamics/linearMotion.ts';
import type { LossId } from '../nn/dynamics/Loss.ts';
import { lossOf } from '../nn/dynamics/losses.ts';
import { flow } from '../nn/dynamics/Motion.ts';
import { tangentFlow } from '../nn/dynamics/tangentFlow.ts';
import type { TangentModel } from '../nn/dynamics/tangentModel.ts';
import { tangentSteps } from '../nn/dynamics/tangentSteps.ts';
import type { Settings } from '../nn/Settings.ts';
import { optimizers } from './optimizers/index.ts';

const n = 9;
const m = 4;
const beta = 0.8;

const random = (rows: number, cols: number, name: string): Matrix =>
  matrix(rows, cols, normals(stream(11).fork(name), rows * cols));

/** Targets of K classes as data sets give them, or any numbers for squares. */
const targets = (loss: LossId, outputs: number): Matrix => {
  if (lossOf(loss).isSquare) return random(n, outputs, 'y');
  if (outputs === 1) return matrix(n, 1, random(n, 1, 'signs').data.map(Math.sign));
  return matrix(
    n,
    outputs,
    Float64Array.from({ length: n * outputs }, (_, p) => {
      const right = Math.floor(p / outputs) % outputs === p % outputs;
      return (right ? 1 : 0) - 1 / outputs;
    }),
  );
};

/** A linear model f = f_0 + J·w of K outputs that share features, of which training starts at w = 0 (P×K). */
function linearModel(loss: LossId, outputs: number, rate = 0.4) {
  const features = random(n, 30, 'J');
  const featuresTest = random(m, 30, 'J test');
  const theta = gram(features);
  const factor = { mse: 1 / n, 'mse-sum': 1, 'mse-mean': 2 / n, softmax: 1 / n, logistic: 1 / n }[
    loss
  ];
  const kernel = eigh(theta);
  return {
    features,
    featuresTest,
    factor,
    kernel,
    model: {
      theta,
      cross: productTransposed(featuresTest, features),
      f0: random(n, outputs, 'f0'),
      fTest0: random(m, outputs, 'fTest0'),
      y: targets(loss, outputs),
      eta: (rate * 2) / (factor * kernel.values[0]!),
      loss: lossOf(loss),
    },
  } as const;
}

/** ∂ℓ/∂f of one sample, as textbooks have it. */
function slopeOf(loss: LossId, f: readonly number[], y: readonly number[]): readonly number[] {
  if (loss === 'logistic') return [-y[0]! / (1 + Math.exp(y[0]! * f[0]!))];
  if (loss !== 'softmax') return f.map((value, k) => value - y[k]!);
  const sum = f.reduce((total, value) => total + Math.exp(value), 0);
  return f.map((value, k) => Math.exp(value) / sum - (y[k]! > 0 ? 1 : 0));
}

/** The gradient by w of the loss of some of the rows. */
function gradientOf(
  { features, factor, model }: ReturnType<typeof linearModel>,
  w: Matrix,
  rows: readonly number[] = Array.from({ length: n }, (_, i) => i),
): Matrix {
  const K = model.f0.cols;
  const f = add(model.f0, product(features, w));
  const slope = matrix(n, K);
  // Means are over the rows that are looked at.
  const share = model.loss.id === 'mse-sum' ? 1 : n / rows.length;
  for (const i of rows) {
    const row = (a: Matrix): number[] => [...a.data.subarray(i * K, (i + 1) * K)];
    const values = slopeOf(model.loss.id, row(f), row(model.y));
    values.forEach((value, k) => (slope.data[i * K + k] = factor * share * value));
  }
  return product(transpose(features), slope);
}

const both = (example: ReturnType<typeof linearModel>, w: Matrix): readonly Matrix[] => [
  add(example.model.f0, product(example.features, w)),
  add(example.model.fTest0, product(example.featuresTest, w)),
];

type Gradient = (w: Matrix, step: number) => Matrix;

/** Optimizers in their textbook forms, on weights: each returns the points where the network stands after 0 … steps steps. */
const textbook: Readonly<
  Record<
    'gd' | 'momentum' | 'nesterov',
    (g: Gradient, w: Matrix, eta: number, steps: number) => readonly Matrix[]
  >
> = {
  gd: (gradient, start, eta, steps) => {
    const points = [start];
    for (let t = 0; t < steps; t++)
      points.push(subtract(points[t]!, scaled(gradient(points[t]!, t), eta)));
    return points;
  },
  // Polyak: w_{t+1} = w_t − η∇L(w_t) + β(w_t − w_{t−1}).
  momentum: (gradient, start, eta, steps) => {
    const points = [start];
    for (let t = 0; t < steps; t++) {
      const now = points[t]!;
      const push = subtract(now, points[t - 1] ?? start);
      points.push(add(subtract(now, scaled(gradient(now, t), eta)), scaled(push, beta)));
    }
    return points;
  },
  // Nesterov: θ_{t+1} = w_t − η∇L(w_t), w_{t+1} = θ_{t+1} + β(θ_{t+1} − θ_t), looked at where gradients are taken.
  nesterov: (gradient, start, eta, steps) => {
    const points = [start];
    let before = start;
    for (let t = 0; t < steps; t++) {
      const ahead = subtract(points[t]!, scaled(gradient(points[t]!, t), eta));
      points.push(add(ahead, scaled(subtract(ahead, before), beta)));
      before = ahead;
    }
    return points;
  },
};

const ids = ['gd', 'momentum', 'nesterov'] as const;
const settings: Settings = { beta };
const steps = [0, 1, 2, 3, 17, 100, 600];

const distance = (a: Matrix | undefined, b: Matrix | undefined): number =>
  a && b ? frobenius(subtract(a, b)) / frobenius(b) : NaN;

describe.each(ids)('linearized training by %s', (id) => {
  const optimizer = optimizers.get(id);

  it.each<[LossId, number]>([
    ['mse', 1],
    ['mse', 3],
    ['mse-sum', 1],
    ['mse-mean', 2],
  ])('has the closed form that weights follow: %s, %i outputs', (loss, outputs) => {
    const example = linearModel(loss, outputs);
    const { model, factor, kernel } = example;
    const points = textbook[id]((w) => gradientOf(example, w), matrix(30, outputs), model.eta, 600);

    const predicted = linearized({
      ...model,
      kernel,
      factor,
      motion: linearMotion(optimizer, settings),
    })(steps);

    steps.forEach((step, place) => {
      const [f, fTest] = both(example, points[step]!);
      expect(distance(predicted[place]?.f, f)).toBeLessThan(1e-10);
      expect(distance(predicted[place]?.fTest, fTest)).toBeLessThan(1e-10);
    });
  });

  it.each<[LossId, number]>([
    ['mse', 2],
    ['mse-sum', 1],
    ['softmax', 3],
    ['logistic', 1],
  ])('goes step by step as weights do: %s, %i outputs', (loss, outputs) => {
    const example = linearModel(loss, outputs);
    const points = textbook[id](
      (w) => gradientOf(example, w),
      matrix(30, outputs),
      example.model.eta,
      600,
    );
    const path = tangentSteps(example.model, { optimizer, settings });

    for (const step of steps) {
      path.advance(step);
      const [f, fTest] = both(example, points[step]!);
      expect(distance(path.outputs().f, f)).toBeLessThan(1e-10);
      expect(distance(path.outputs().fTest, fTest)).toBeLessThan(1e-10);
    }
  });

  it('goes step by step under the kernel of all outputs', () => {
    const outputs = 3;
    const example = linearModel('softmax', outputs);
    const { theta, cross } = example.model;
    // The same for all outputs and nothing between them, but written out.
    const blocks = (a: Matrix): Matrix =>
      matrix(
        a.rows * outputs,
        a.cols * outputs,
        Float64Array.from({ length: a.data.length * outputs ** 2 }, (_, p) => {
          const [i, j] = [Math.floor(p / (a.cols * outputs)), p % (a.cols * outputs)];
          return Math.floor(i / a.rows) === Math.floor(j / a.cols)
            ? a.data[(i % a.rows) * a.cols + (j % a.cols)]!
            : 0;
        }),
      );
    const full = { ...example.model, theta: blocks(theta), cross: blocks(cross) };
    const one = tangentSteps(example.model, { optimizer, settings });
    const all = tangentSteps(full, { optimizer, settings });
    for (const path of [one, all]) path.advance(50);

    expect(distance(all.outputs().f, one.outputs().f)).toBeLessThan(1e-13);
    expect(distance(all.outputs().fTest, one.outputs().fTest)).toBeLessThan(1e-13);
  });

  it.each<LossId>(['mse', 'mse-sum', 'logistic'])('takes the same mini-batches: %s', (loss) => {
    const example = linearModel(loss, 1, 0.1);
    const order = permutation(stream('order'), n);
    const batch = (step: number): Int32Array => order.slice((step % 3) * 4, (step % 3) * 4 + 4);
    const points = textbook[id](
      (w, step) => gradientOf(example, w, [...batch(step)]),
      matrix(30, 1),
      example.model.eta,
      200,
    );
    const path = tangentSteps(example.model, { optimizer, settings, batch });

    for (const step of [1, 2, 3, 4, 50, 200]) {
      path.advance(step);
      const [f, fTest] = both(example, points[step]!);
      expect(distance(path.outputs().f, f)).toBeLessThan(1e-10);
      expect(distance(path.outputs().fTest, fTest)).toBeLessThan(1e-10);
    }
  });
});

describe('the motion of a mode', () => {
  it.each(['momentum', 'nesterov'] as const)('converges up to its limit: %s', (id) => {
    const optimizer = optimizers.get(id);
    const limit = 2 * optimizer.stability!(settings);
    const move = linearMotion(optimizer, settings);

    expect(Math.abs(1 - 0.99 * limit * move(0.99 * limit)(5000))).toBeLessThan(1e-6);
    expect(Math.abs(1 - 1.01 * limit * move(1.01 * limit)(5000))).toBeGreaterThan(1e6);
  });

  it('of eigenvalue zero goes as far as a constant gradient pushes', () => {
    const ball = linearMotion(optimizers.get('momentum'), settings);
    // Σ_{s≤t} (1 − β^s)/(1 − β)
    const pushed = Array.from({ length: 40 }, (_, s) => (1 - beta ** (s + 1)) / (1 - beta));

    expect(ball(0)(40)).toBeCloseTo(
      pushed.reduce((a, b) => a + b, 0),
      10,
    );
    expect(linearMotion(optimizers.get('gd'), {})(0)(40)).toBe(40);
  });

  it.each(['rmsprop', 'adam'] as const)('does not exist for %s', (id) => {
    const optimizer = optimizers.get(id);

    expect(() => linearMotion(optimizer, {})).toThrow(RangeError);
    expect(() => tangentSteps(linearModel('mse', 1).model, { optimizer, settings: {} })).toThrow(
      RangeError,
    );
  });
});

/** ḟ = −ηΘ ∂L/∂f on samples and elsewhere, by the classical method of Runge and Kutta in steps of 1/64. */
function integrated(example: ReturnType<typeof linearModel>, to: number): readonly Matrix[] {
  const { model, factor } = example;
  const { theta, cross, eta, y, f0, fTest0 } = model;
  const K = f0.cols;
  const slope = (f: Matrix): Matrix => {
    const rows = Array.from({ length: n }, (_, i) => {
      const row = (a: Matrix): number[] => [...a.data.subarray(i * K, (i + 1) * K)];
      return slopeOf(model.loss.id, row(f), row(y));
    });
    return scaled(matrix(n, K, Float64Array.from(rows.flat())), -eta * factor);
  };
  let [f, fTest] = [f0, fTest0];
  const h = 1 / 64;
  for (let k = 0; k < to * 64; k++) {
    const k1 = slope(f);
    const k2 = slope(add(f, scaled(product(theta, k1), h / 2)));
    const k3 = slope(add(f, scaled(product(theta, k2), h / 2)));
    const k4 = slope(add(f, scaled(product(theta, k3), h)));
    const push = scaled(add(add(k1, scaled(add(k2, k3), 2)), k4), h / 6);
    f = add(f, product(theta, push));
    fTest = add(fTest, product(cross, push));
  }
  return [f, fTest];
}

describe('gradient flow', () => {
  it.each<[LossId, number]>([
    ['mse', 2],
    ['mse-sum', 1],
    ['mse-mean', 1],
  ])('has the closed form that the differential equation has: %s', (loss, outputs) => {
    const example = linearModel(loss, outputs);
    const { model, factor, kernel } = example;
    const predicted = linearized({ ...model, kernel, factor, motion: flow })([1, 40]);

    [1, 40].forEach((t, place) => {
      const [f, fTest] = integrated(example, t);
      expect(distance(predicted[place]?.f, f)).toBeLessThan(1e-8);
      expect(distance(predicted[place]?.fTest, fTest)).toBeLessThan(1e-8);
    });
  });

  it.each<[LossId, number]>([
    ['mse', 1],
    ['softmax', 3],
    ['logistic', 1],
  ])('is integrated for any loss: %s', (loss, outputs) => {
    const example = linearModel(loss, outputs);
    const path = tangentFlow(example.model);

    for (const t of [1, 40]) {
      path.advance(t);
      const [f, fTest] = integrated(example, t);
      expect(distance(path.outputs().f, f)).toBeLessThan(1e-8);
      expect(distance(path.outputs().fTest, fTest)).toBeLessThan(1e-8);
    }
  });

  it.each<LossId>(['mse', 'logistic'])('is what small steps come to: %s', (loss) => {
    const { model } = linearModel(loss, 1, 0.5);
    const gap = (parts: number): number => {
      const small: TangentModel = { ...model, eta: model.eta / parts };
      const path = tangentSteps(small, { optimizer: optimizers.get('gd'), settings: {} });
      path.advance(10 * parts);
      const whole = tangentFlow(model);
      whole.advance(10);
      return distance(path.outputs().f, whole.outputs().f);
    };

    // The error of Euler's method halves with the step.
    expect(gap(64) / gap(128)).toBeCloseTo(2, 1);
    expect(gap(128)).toBeLessThan(0.01);
  });
});
