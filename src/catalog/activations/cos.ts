import type { Activation } from '../../nn/Activation.ts';
import { waveMeans } from './waveMeans.ts';

/** cos x: with random phases, the features whose kernel is Gaussian (Rahimi & Recht, 2007). */
export const cos: Activation = {
  id: 'cos',
  label: 'cos',
  explain: 'An even wave, the building block of random Fourier features.',
  params: [],
  f: (ops, x) => ops.cos(x),
  df: (ops, x) => ops.scale(ops.sin(x), -1),
  dual: (covariance) => {
    const { sines, cosines } = waveMeans(covariance);
    return { value: cosines, slope: sines };
  },
};
