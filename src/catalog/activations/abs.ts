import type { Activation } from '../../nn/Activation.ts';
import { rectifierDual, rectifierDuals } from './rectifierDual.ts';
import { shiftedRectifierDual } from './shiftedRectifierDual.ts';

/** |x|: leaky ReLU of slope −1, with its derivative −1 at 0 as tfjs has it. */
export const abs: Activation = {
  id: 'abs',
  label: '|x|',
  explain: 'The absolute value: an even function, so f(−x) = f(x) after one layer without bias.',
  params: [],
  f: (ops, x) => ops.leakyRelu(x, -1),
  df: (ops, x) => ops.shift(ops.scale(ops.step(x), 2), -1),
  dual: (covariance) => rectifierDual(-1, covariance),
  shiftedDual: (covariance, mean) => shiftedRectifierDual(-1, covariance, mean),
  duals: (covariances) => rectifierDuals(-1, covariances),
};
