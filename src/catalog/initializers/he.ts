import { fanScheme } from './fanSchemes.ts';

/** Variance 2/fan-in: keeps the mean square of ReLU activations. */
export const [heNormal, heUniform] = fanScheme({
  id: 'he',
  name: 'He',
  rule: '2/fan-in',
  source: 'He, Zhang, Ren & Sun (2015)',
  gain: () => 2,
});
