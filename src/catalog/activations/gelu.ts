import type { Activation } from '../../nn/Activation.ts';
import { gaussianDensity, gaussianMass } from './normalLaw.ts';

/**
 * x·Φ(x) with the exact normal distribution function Φ, not its tanh imitation (Hendrycks & Gimpel, 2016); the dual is that
 * of Tsuchida, Pearce, van der Heide, Roosta & Gallagher (2021).
 */
export const gelu: Activation = {
  id: 'gelu',
  label: 'GELU',
  explain: 'x·Φ(x) with the normal distribution function Φ: a smooth ReLU that dips below zero.',
  params: [],
  f: (ops, x) => ops.multiply(x, gaussianMass(ops, x)),
  df: (ops, x) => ops.add(gaussianMass(ops, x), ops.multiply(x, gaussianDensity(ops, x))),
  dual: ({ k11, k12, k22 }) => {
    const ends = (1 + k11) * (1 + k22);
    const root = Math.sqrt(ends - k12 * k12);
    const angle = Math.atan2(k12, root);
    const value = (k12 * k12 + k11 * k22 * root * root) / (ends * root) + k12 * angle;
    const bend = k12 / (root * root) + (k12 * (1 - k11 * k22)) / ends + k12;
    return {
      value: value / (2 * Math.PI) + k12 / 4,
      slope: (bend / root + angle) / (2 * Math.PI) + 1 / 4,
    };
  },
};
