import type { Activation } from '../../nn/Activation.ts';
import { waveMeans } from './waveMeans.ts';

/** sin x, as in networks for signals and coordinates (Sitzmann et al., 2020). */
export const sin: Activation = {
  id: 'sin',
  label: 'sin',
  explain: 'A wave: wide networks of it keep fine detail, the more the larger σ_w² is.',
  params: [],
  f: (ops, x) => ops.sin(x),
  df: (ops, x) => ops.cos(x),
  dual: (covariance) => {
    const { sines, cosines } = waveMeans(covariance);
    return { value: sines, slope: cosines };
  },
};
