import type { Activation } from '../../nn/Activation.ts';
import { bothPositive } from './shiftedRectifierDual.ts';

/** 1 where x > 0, else 0 (so 0 at 0): its NNGP is the arc-cosine kernel of order 0 (Cho & Saul, 2009), and it has no NTK. */
export const step: Activation = {
  id: 'step',
  label: 'hard threshold',
  explain: 'On or off: 1 for x > 0, else 0. Nothing but the readout can learn by gradients.',
  params: [],
  f: (ops, x) => ops.step(x),
  df: (ops, x) => ops.scale(ops.step(x), 0),
  dual: ({ k11, k12, k22 }) => {
    const s = Math.sqrt(Math.max(k11 * k22 - k12 * k12, 0));
    // A unit that is always 0 is always off.
    const value = k11 > 0 && k22 > 0 ? 0.5 - Math.atan2(s, k12) / (2 * Math.PI) : 0;
    return { value, slope: 0 };
  },
  shiftedDual: (covariance, mean) => ({ value: bothPositive(covariance, mean), slope: 0 }),
  withoutNtk:
    'A hard threshold has no NTK: its derivative is zero almost everywhere and infinite at the threshold, so no gradient passes it. There is an NNGP kernel; the kernel measured at finite width is the readout’s alone.',
};
