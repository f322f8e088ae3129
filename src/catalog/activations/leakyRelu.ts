import type { Activation } from '../../nn/Activation.ts';
import { numberIn } from '../../nn/Settings.ts';
import { rectifierDual, rectifierDuals } from './rectifierDual.ts';
import { shiftedRectifierDual } from './shiftedRectifierDual.ts';

/** max(x, 0) + a·min(x, 0). */
export const leakyRelu: Activation = {
  id: 'leaky',
  label: 'leaky ReLU',
  explain: 'max(x, 0) + a·min(x, 0): silent units keep a small slope a.',
  params: [
    {
      kind: 'number',
      key: 'slope',
      label: 'Slope a',
      default: 0.1,
      min: -1,
      max: 1,
      explain: 'Slope for negative inputs: 0 is ReLU, 1 is linear, −1 is the absolute value.',
    },
  ],
  f: (ops, x, settings) => ops.leakyRelu(x, numberIn(settings, 'slope')),
  df: (ops, x, settings) => {
    const slope = numberIn(settings, 'slope');
    return ops.shift(ops.scale(ops.step(x), 1 - slope), slope);
  },
  dual: (covariance, settings) => rectifierDual(numberIn(settings, 'slope'), covariance),
  shiftedDual: (covariance, mean, settings) =>
    shiftedRectifierDual(numberIn(settings, 'slope'), covariance, mean),
  duals: (covariances, settings) => rectifierDuals(numberIn(settings, 'slope'), covariances),
};
