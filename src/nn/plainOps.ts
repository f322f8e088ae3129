import { erf } from '../math/erf.ts';
import type { Ops } from './Ops.ts';

/** A network's operations on plain numbers: for quadrature and for checking derivatives. One unit, one input. */
export const plainOps: Ops<number> = {
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
  affine: (x, { weight, bias = 0, weightScale, biasScale }) =>
    weightScale * x * weight + biasScale * bias,
};
