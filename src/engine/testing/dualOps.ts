import {
  add,
  hadamard,
  matrix,
  product,
  scaled,
  subtract,
  type Matrix,
} from '../../math/matrix.ts';
import { erf } from '../../math/erf.ts';
import type { Ops } from '../../nn/Ops.ts';
import { dualPositionOps } from './dualPositionOps.ts';

/** A float64 value and its derivative by one number, of the same shape. */
export interface Dual {
  readonly value: Matrix;
  readonly slope: Matrix;
}

/**
 * A network's operations in float64 with forward-mode derivatives by one number: an oracle that shares neither direction
 * nor code with the engine.
 */
export const dualOps: Ops<Dual> = {
  ...dualPositionOps,
  add: (a, b) => ({ value: add(a.value, b.value), slope: add(a.slope, b.slope) }),
  subtract: (a, b) => ({
    value: subtract(a.value, b.value),
    slope: subtract(a.slope, b.slope),
  }),
  multiply: (a, b) => ({
    value: hadamard(a.value, b.value),
    slope: add(hadamard(a.slope, b.value), hadamard(a.value, b.slope)),
  }),
  scale: (a, factor) => ({ value: scaled(a.value, factor), slope: scaled(a.slope, factor) }),
  shift: (a, c) => ({ value: entries(a.value, (x) => x + c), slope: a.slope }),
  relu: (a) =>
    chain(
      a,
      (x) => Math.max(x, 0),
      (x) => (x > 0 ? 1 : 0),
    ),
  leakyRelu: (a, slope) =>
    chain(
      a,
      (x) => (x > 0 ? x : slope * x),
      (x) => (x > 0 ? 1 : slope),
    ),
  step: (a) =>
    chain(
      a,
      (x) => (x > 0 ? 1 : 0),
      () => 0,
    ),
  tanh: (a) => chain(a, Math.tanh, (x) => 1 / Math.cosh(x) ** 2),
  erf: (a) => chain(a, erf, (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x)),
  exp: (a) => chain(a, Math.exp, Math.exp),
  expm1: (a) => chain(a, Math.expm1, Math.exp),
  sin: (a) => chain(a, Math.sin, Math.cos),
  cos: (a) => chain(a, Math.cos, (x) => -Math.sin(x)),
  sigmoid: (a) => chain(a, logistic, (x) => logistic(x) * logistic(-x)),
  softplus: (a) => chain(a, (x) => (x > 0 ? x : 0) + Math.log1p(Math.exp(-Math.abs(x))), logistic),
  affine: (x, { weight: drawnWeight, bias: drawnBias, weightScale, biasScale, trained }) => {
    const weight = trained?.weight === false ? fixed(drawnWeight) : drawnWeight;
    const bias = drawnBias && trained?.bias === false ? fixed(drawnBias) : drawnBias;
    const rows = x.value.rows;
    const z = scaled(product(x.value, weight.value), weightScale);
    const dz = scaled(
      add(product(x.slope, weight.value), product(x.value, weight.slope)),
      weightScale,
    );
    if (!bias) return { value: z, slope: dz };
    return {
      value: add(z, repeated(scaled(bias.value, biasScale), rows)),
      slope: add(dz, repeated(scaled(bias.slope, biasScale), rows)),
    };
  },
};

const logistic = (x: number): number => (1 + Math.tanh(x / 2)) / 2;

/** What does not train has no derivative. */
const fixed = ({ value }: Dual): Dual => ({ value, slope: matrix(value.rows, value.cols) });

const chain = (a: Dual, f: (x: number) => number, df: (x: number) => number): Dual => ({
  value: entries(a.value, f),
  slope: hadamard(a.slope, entries(a.value, df)),
});

const entries = (a: Matrix, f: (x: number) => number): Matrix =>
  matrix(a.rows, a.cols, a.data.map(f));

/** A single row, `rows` times. */
function repeated({ cols, data }: Matrix, rows: number): Matrix {
  const result = matrix(rows, cols);
  for (let i = 0; i < rows; i++) result.data.set(data, i * cols);
  return result;
}
