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
  relu: (a) => entrywise(a, plainOps.relu),
  leakyRelu: (a, slope) => entrywise(a, (x) => plainOps.leakyRelu(x, slope)),
  step: (a) => entrywise(a, plainOps.step),
  tanh: (a) => entrywise(a, plainOps.tanh),
  erf: (a) => entrywise(a, plainOps.erf),
  exp: (a) => entrywise(a, plainOps.exp),
  expm1: (a) => entrywise(a, plainOps.expm1),
  sin: (a) => entrywise(a, plainOps.sin),
  cos: (a) => entrywise(a, plainOps.cos),
  sigmoid: (a) => entrywise(a, plainOps.sigmoid),
  softplus: (a) => entrywise(a, plainOps.softplus),
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
