import { add, hadamard, matrix, product, scaled, subtract, type Matrix } from '../math/matrix.ts';
import { matrixPositionOps } from './matrixPositionOps.ts';
import type { Ops } from './Ops.ts';
import type { Parameter } from './Parameter.ts';
import { plainOps } from './plainOps.ts';

/** A network's operations on float64 matrices: one row for each sample (and position), a bias is a single row. */
export const matrixOps: Ops<Matrix> = {
  ...matrixPositionOps,
  add,
  subtract,
  multiply: hadamard,
  scale: scaled,
  shift: (a, c) => entrywise(a, (x) => x + c),
  relu: (a) => entrywise(a, (x) => plainOps.relu(x)),
  leakyRelu: (a, slope) => entrywise(a, (x) => plainOps.leakyRelu(x, slope)),
  step: (a) => entrywise(a, (x) => plainOps.step(x)),
  tanh: (a) => entrywise(a, (x) => plainOps.tanh(x)),
  erf: (a) => entrywise(a, (x) => plainOps.erf(x)),
  exp: (a) => entrywise(a, (x) => plainOps.exp(x)),
  expm1: (a) => entrywise(a, (x) => plainOps.expm1(x)),
  sin: (a) => entrywise(a, (x) => plainOps.sin(x)),
  cos: (a) => entrywise(a, (x) => plainOps.cos(x)),
  sigmoid: (a) => entrywise(a, (x) => plainOps.sigmoid(x)),
  softplus: (a) => entrywise(a, (x) => plainOps.softplus(x)),
  affine: (x, { weight, bias, weightScale, biasScale }) => {
    const { rows, cols, data } = product(x, weight);
    data.forEach((value, at) => {
      data[at] = weightScale * value + (bias ? biasScale * bias.data[at % cols]! : 0);
    });
    return matrix(rows, cols, data);
  },
};

/** φ at every entry. */
export const entrywise = (a: Matrix, f: (x: number) => number): Matrix =>
  matrix(a.rows, a.cols, a.data.map(f));

/** A drawn parameter as `matrixOps` takes it: in×out weights, a bias as a single row. It shares the numbers. */
export const asMatrix = ({ shape, values }: Parameter): Matrix => {
  const [rows = 1, cols] = shape;
  return cols === undefined ? matrix(1, rows, values) : matrix(rows, cols, values);
};

/** Hands out a network's parameters as matrices, one after another. */
export function nextMatrix(parameters: readonly Parameter[]): () => Matrix {
  let place = 0;
  return () => asMatrix(parameters[place++]!);
}
