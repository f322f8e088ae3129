import { eigenvalues, eigh } from '../../math/eigh.ts';
import {
  frobenius,
  gram,
  matrix,
  product,
  productTransposed,
  scaled,
  subtract,
  transpose,
} from '../../math/matrix.ts';
import type { Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { accuracy, meanSquaredLoss } from '../../nn/dynamics/fit.ts';
import { linearized, type Outputs } from '../../nn/dynamics/linearized.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { NetworkRef } from '../../spec/Result.ts';
import type { NetworkResults } from '../../spec/Results.ts';

/** W of d×h, then a of h: f(x) = a·tanh(Wᵀx/√d)/√h. */
type Weights = Float64Array;

interface Course {
  readonly place: number;
  readonly step: number;
  readonly steps: number;
}

const mostUnits = 16;

/**
 * What following a network in training tells, of one that really trains: one hidden tanh layer of at most 16 units, gradient
 * descent on (1/2n)Σ(f − y)² in float64, every derivative by hand but the Hessian, which is by differences of the gradient.
 */
export function smallDynamics(
  arm: Arm,
  { x, y, xTest, yTest }: Samples,
  { place, step, steps }: Course,
): Partial<NetworkResults> {
  const ref: NetworkRef = { arm: arm.label, seed: place };
  const h = Math.min(mostUnits, Number(arm.architecture.settings.width ?? mostUnits));
  const n = x.rows;
  const start = normals(stream(`${arm.label}${place}`).fork('dynamics'), (x.cols + 1) * h);
  const parts = (w: Weights, at = x) => jacobians(w, at, h);
  const theta = (w: Weights): Matrix => gram(joined(parts(w).map(({ rows }) => rows)));
  const gradient = (w: Weights): Float64Array => {
    const r = transpose(scaled(subtract(outputs(w, x, h), y), 1 / n));
    return Float64Array.from(parts(w).flatMap(({ rows }) => Array.from(product(r, rows).data)));
  };
  const theta0 = theta(start);
  const first = eigh(theta0);
  const stabilityLimit = (2 * n) / first.values[0]!;
  const eta = arm.rate.value * stabilityLimit;

  const course = [start];
  while (course.length <= step) {
    const w = course.at(-1)!;
    const g = gradient(w);
    course.push(w.map((value, k) => value - eta * g[k]!));
  }
  const measured = Array.from({ length: 5 }, (_, k) => (k * steps) / 4).filter((at) => at <= step);
  const predict = (from: Weights, until: number): readonly Outputs[] =>
    linearized({
      kernel: eigh(theta(from)),
      cross: productTransposed(
        joined(parts(from, xTest).map(({ rows }) => rows)),
        joined(parts(from).map(({ rows }) => rows)),
      ),
      f0: outputs(from, x, h),
      fTest0: outputs(from, xTest, h),
      y,
      eta,
    })(counted(until));
  const curveOf = (all: readonly Outputs[], from = 0) => ({
    steps: Int32Array.from(all.keys(), (k) => from + k),
    lossTrain: Float64Array.from(all, ({ f }) => meanSquaredLoss(f, y)),
    lossTest: Float64Array.from(all, ({ fTest }) => meanSquaredLoss(fTest!, yTest)),
    accuracyTrain: Float64Array.from(all, ({ f }) => accuracy(f, y)),
    accuracyTest: Float64Array.from(all, ({ fTest }) => accuracy(fTest!, yTest)),
  });
  const own = course.map((w): Outputs => ({ f: outputs(w, x, h), fTest: outputs(w, xTest, h) }));
  const linear = predict(start, steps);
  const half = Math.min(step, steps / 2);

  const missing = own.map(({ f }) => product(transpose(first.vectors), subtract(f, y)).data);
  const whole = frobenius(subtract(own[0]!.f, y));
  const modesOver = (valueOf: (mode: number, at: number) => number): Float64Array =>
    Float64Array.from({ length: n * course.length }, (_, k) =>
      Math.abs(valueOf(Math.floor(k / course.length), k % course.length) / whole),
    );
  const apart = (pick: 'f' | 'fTest', at: number): number =>
    at === 0
      ? 0
      : frobenius(subtract(own[at]![pick]!, linear[at]![pick]!)) /
        frobenius(subtract(own[at]![pick]!, own[0]![pick]!));
  const small = 1e-5;
  const after = start.map((value, k) => value - small * gradient(start)[k]!);
  return {
    rate: { kind: 'rate', ...ref, eta, stabilityLimit, approximate: false },
    curve: { kind: 'curve', ...ref, ...curveOf(own) },
    predictions: {
      network: { kind: 'prediction', ...ref, source: 'network', ...curveOf(linear) },
      relinearized: {
        kind: 'prediction',
        ...ref,
        source: 'relinearized',
        from: half,
        ...curveOf(predict(course[half]!, steps - half), half),
      },
    },
    changes: measured.map((at) => ({
      kind: 'change',
      ...ref,
      step: at,
      change: relative(theta(course[at]!), theta0),
      alignment: cosine(theta(course[at]!), gram(y)),
    })),
    modes: {
      kind: 'modes',
      ...ref,
      eigenvalues: first.values,
      steps: Int32Array.from(course.keys()),
      measured: modesOver((mode, at) => missing[at]![mode]!),
      predicted: modesOver(
        (mode, at) => (1 - (eta * first.values[mode]!) / n) ** at * missing[0]![mode]!,
      ),
    },
    movements: measured.map((at) => {
      const [now, before] = [parts(course[at]!), parts(start)];
      return {
        kind: 'movement',
        ...ref,
        step: at,
        labels: ['dense 1', 'readout'],
        weights: Float64Array.from(now, ({ weights }, k) => relative(weights, before[k]!.weights)),
        kernels: Float64Array.from(now, ({ rows }, k) =>
          relative(gram(rows), gram(before[k]!.rows)),
        ),
        centredStart: cosine(centred(theta(course[at]!)), centred(theta0)),
        centredTarget: cosine(centred(theta(course[at]!)), centred(gram(y))),
      };
    }),
    sharpness: measured.map((at) => ({
      kind: 'sharpness',
      ...ref,
      step: at,
      hessian: eigenvalues(hessian(gradient, course[at]!))[0]!,
      residual: 0,
      gaussNewton: eigenvalues(theta(course[at]!))[0]! / n,
      limit: 2 / eta,
    })),
    lazy: measured.map((at) => ({
      kind: 'lazy',
      ...ref,
      step: at,
      outputs: apart('f', at),
      outputsTest: apart('fTest', at),
    })),
    hierarchy: {
      kind: 'hierarchy',
      ...ref,
      rate: relative(theta(after), theta0) / small,
    },
  };
}

/** Outputs of m×1. */
function outputs(w: Weights, x: Matrix, h: number): Matrix {
  const [{ weights: W }, { weights: a }] = jacobians(w, x, h);
  const hidden = product(x, scaled(W, 1 / Math.sqrt(x.cols))).data.map(Math.tanh);
  return scaled(product(matrix(x.rows, h, hidden), a), 1 / Math.sqrt(h));
}

/** Both maps with their weights, and derivatives of the outputs by them, a row for each sample. */
function jacobians(w: Weights, x: Matrix, h: number) {
  const d = x.cols;
  const W = matrix(d, h, w.slice(0, d * h));
  const a = matrix(h, 1, w.slice(d * h));
  const t = product(x, scaled(W, 1 / Math.sqrt(d))).data.map(Math.tanh);
  const byW = Float64Array.from({ length: x.rows * d * h }, (_, k) => {
    const [i, j, u] = [Math.floor(k / (d * h)), Math.floor(k / h) % d, k % h];
    return (a.data[u]! * (1 - t[i * h + u]! ** 2) * x.data[i * d + j]!) / Math.sqrt(d * h);
  });
  const byA = t.map((value) => value / Math.sqrt(h));
  return [
    { weights: W, rows: matrix(x.rows, d * h, byW) },
    { weights: a, rows: matrix(x.rows, h, byA) },
  ] as const;
}

/** Matrices of as many rows side by side. */
function joined(all: readonly Matrix[]): Matrix {
  const rows = all[0]!.rows;
  const lines = counted(rows - 1).flatMap((i) =>
    all.flatMap(({ cols, data }) => Array.from(data.subarray(i * cols, (i + 1) * cols))),
  );
  return matrix(rows, lines.length / rows, Float64Array.from(lines));
}

/** Central differences of the gradient, made symmetric. */
function hessian(gradient: (w: Weights) => Float64Array, w: Weights): Matrix {
  const step = 1e-4;
  const columns = Array.from(w.keys(), (k) => {
    const moved = (by: number): Weights => w.with(k, w[k]! + by);
    const [up, down] = [gradient(moved(step)), gradient(moved(-step))];
    return up.map((value, i) => (value - down[i]!) / (2 * step));
  });
  const size = w.length;
  return matrix(
    size,
    size,
    Float64Array.from({ length: size * size }, (_, k) => {
      const [i, j] = [Math.floor(k / size), k % size];
      return (columns[i]![j]! + columns[j]![i]!) / 2;
    }),
  );
}

/** The kernel about its means. */
function centred(kernel: Matrix): Matrix {
  const { rows: n, data } = kernel;
  const means = counted(n - 1).map(
    (i) => data.subarray(i * n, (i + 1) * n).reduce((sum, value) => sum + value, 0) / n,
  );
  const all = means.reduce((sum, value) => sum + value, 0) / n;
  return matrix(
    n,
    n,
    data.map((value, k) => value - means[Math.floor(k / n)]! - means[k % n]! + all),
  );
}

const relative = (now: Matrix, before: Matrix): number =>
  frobenius(subtract(now, before)) / frobenius(before);

const cosine = (a: Matrix, b: Matrix): number =>
  a.data.reduce((sum, value, k) => sum + value * b.data[k]!, 0) / (frobenius(a) * frobenius(b));

const counted = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, k) => k);
