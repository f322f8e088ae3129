import type { Activation } from '../../nn/Activation.ts';
import { rectifierDual, rectifierDuals } from './rectifierDual.ts';
import { shiftedRectifierDual } from './shiftedRectifierDual.ts';

/** max(x, 0), whose dual is the arc-cosine kernel (Cho & Saul, 2009). */
export const relu: Activation = {
  id: 'relu',
  label: 'ReLU',
  explain: 'max(x, 0): half of the units are silent for each input.',
  params: [],
  f: (ops, x) => ops.relu(x),
  df: (ops, x) => ops.step(x),
  dual: (covariance) => rectifierDual(0, covariance),
  shiftedDual: (covariance, mean) => shiftedRectifierDual(0, covariance, mean),
  duals: (covariances) => rectifierDuals(0, covariances),
};
