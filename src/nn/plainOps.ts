import { erf } from '../math/erf.ts';
import type { Ops } from './Ops.ts';
import { plainPositionOps } from './plainPositionOps.ts';

/** By the smaller of the two exponentials, so that neither end loses digits or overflows. */
const sigmoid = (a: number): number => {
  const small = Math.exp(-Math.abs(a));
  return (a >= 0 ? 1 : small) / (1 + small);
};

/** A network's operations on plain numbers: for quadrature and for checking derivatives. One unit, one input. */
export const plainOps: Ops<number> = {
  ...plainPositionOps,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  scale: (a, factor) => a * factor,
  shift: (a, c) => a + c,
  relu: (a) => Math.max(a, 0),
  leakyRelu: (a, slope) => (a > 0 ? a : slope * a),
  step: (a) => (a > 0 ? 1 : 0),
  tanh: Math.tanh,
  erf,
  exp: Math.exp,
  expm1: Math.expm1,
  sin: Math.sin,
  cos: Math.cos,
  sigmoid,
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  affine: (x, { weight, bias = 0, weightScale, biasScale }) =>
    weightScale * x * weight + biasScale * bias,
};
