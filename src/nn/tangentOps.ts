import { add, hadamard, matrix, scaled, subtract, type Matrix } from '../math/matrix.ts';
import { asMatrix, entrywise, matrixOps } from './matrixOps.ts';
import type { Ops } from './Ops.ts';
import type { Parameter } from './Parameter.ts';
import { plainOps } from './plainOps.ts';

/** What one sample is at some place of a network, and how it moves with other numbers. */
export interface Tangent {
  /** P×C. */
  readonly value: Matrix;
  /** Its derivatives by m numbers, one below another as if they were m samples: (m·P)×C. Absent where it does not move. */
  readonly slopes?: Matrix;
}

/**
 * A network's operations in float64 on one sample, with derivatives by any numbers (forward mode): all of them go through the
 * same matrix products, as further samples would. Parameters do not move.
 */
export const tangentOps: Ops<Tangent> = {
  regroup: (a, columns) => along(a, (m) => matrixOps.regroup(m, columns)),
  patches: (a, window) => along(a, (m) => matrixOps.patches(m, window)),
  average: (a, positions) => along(a, (m) => matrixOps.average(m, positions)),
  columns: (a, from, to) => along(a, (m) => matrixOps.columns(m, from, to)),
  join: (parts) => {
    const most = parts.find(({ slopes }) => slopes)?.slopes?.rows;
    const value = matrixOps.join(parts.map((part) => part.value));
    if (most === undefined) return { value };
    const still = ({ cols }: Matrix): Matrix => matrix(most, cols);
    return {
      value,
      slopes: matrixOps.join(parts.map((part) => part.slopes ?? still(part.value))),
    };
  },
  weighRows: (a, by) => ({
    value: matrixOps.weighRows(a.value, by.value),
    ...sum(
      a.slopes && matrixOps.weighRows(a.slopes, repeated(by.value, a.slopes.rows)),
      by.slopes && matrixOps.weighRows(repeated(a.value, by.slopes.rows), by.slopes),
    ),
  }),
  add: (a, b) => ({ value: add(a.value, b.value), ...sum(a.slopes, b.slopes) }),
  subtract: (a, b) => ({
    value: subtract(a.value, b.value),
    ...sum(a.slopes, b.slopes && scaled(b.slopes, -1)),
  }),
  multiply: (a, b) => ({
    value: hadamard(a.value, b.value),
    ...sum(a.slopes && times(a.slopes, b.value), b.slopes && times(b.slopes, a.value)),
  }),
  scale: (a, factor) => along(a, (m) => scaled(m, factor)),
  shift: (a, c) => ({ ...a, value: matrixOps.shift(a.value, c) }),
  relu: (a) =>
    chain(
      a,
      (x) => plainOps.relu(x),
      (x) => plainOps.step(x),
    ),
  leakyRelu: (a, slope) =>
    chain(
      a,
      (x) => plainOps.leakyRelu(x, slope),
      (x) => (x > 0 ? 1 : slope),
    ),
  step: (a) =>
    chain(
      a,
      (x) => plainOps.step(x),
      () => 0,
    ),
  tanh: (a) => chain(a, Math.tanh, (x) => 1 / Math.cosh(x) ** 2),
  erf: (a) =>
    chain(
      a,
      (x) => plainOps.erf(x),
      (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x),
    ),
  exp: (a) => chain(a, Math.exp, Math.exp),
  expm1: (a) => chain(a, Math.expm1, Math.exp),
  sin: (a) => chain(a, Math.sin, Math.cos),
  cos: (a) => chain(a, Math.cos, (x) => -Math.sin(x)),
  sigmoid: (a) =>
    chain(
      a,
      (x) => plainOps.sigmoid(x),
      (x) => plainOps.sigmoid(x) * plainOps.sigmoid(-x),
    ),
  softplus: (a) =>
    chain(
      a,
      (x) => plainOps.softplus(x),
      (x) => plainOps.sigmoid(x),
    ),
  affine: (x, { weight, bias, weightScale, biasScale }) => ({
    value: matrixOps.affine(x.value, {
      weight: weight.value,
      ...(bias && { bias: bias.value }),
      weightScale,
      biasScale,
    }),
    ...sum(
      x.slopes && matrixOps.affine(x.slopes, { weight: weight.value, weightScale, biasScale: 0 }),
    ),
  }),
};

/** A drawn parameter, which does not move; it shares the numbers. */
export const still = (parameter: Parameter): Tangent => ({ value: asMatrix(parameter) });

/** A place that moves with its own numbers: its derivative by them is the identity. */
export function moving(value: Matrix): Tangent {
  const count = value.data.length;
  const slopes = matrix(count * value.rows, value.cols);
  for (let k = 0; k < count; k++) slopes.data[k * count + k] = 1;
  return { value, slopes };
}

const sum = (a: Matrix | undefined, b?: Matrix): Pick<Tangent, 'slopes'> => {
  const slopes = a && b ? add(a, b) : (a ?? b);
  return slopes ? { slopes } : {};
};

const along = ({ value, slopes }: Tangent, linear: (m: Matrix) => Matrix): Tangent => ({
  value: linear(value),
  ...(slopes && { slopes: linear(slopes) }),
});

const chain = (
  { value, slopes }: Tangent,
  f: (x: number) => number,
  df: (x: number) => number,
): Tangent => ({
  value: entrywise(value, f),
  ...(slopes && { slopes: times(slopes, entrywise(value, df)) }),
});

/** Derivatives times what has one value for all of them, entry by entry. */
function times({ rows, cols, data }: Matrix, by: Matrix): Matrix {
  const length = by.data.length;
  return matrix(
    rows,
    cols,
    data.map((value, at) => value * by.data[at % length]!),
  );
}

/** The rows of a again and again, up to `rows` of them. */
const repeated = ({ cols, data }: Matrix, rows: number): Matrix => {
  const result = matrix(rows, cols);
  for (let at = 0; at < result.data.length; at += data.length) result.data.set(data, at);
  return result;
};
