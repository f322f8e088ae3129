import type { Activation } from '../../nn/Activation.ts';

/** log(1 + eˣ); its dual has no closed form. */
export const softplus: Activation = {
  id: 'softplus',
  label: 'softplus',
  explain: 'log(1 + eˣ): ReLU with its corner rounded off.',
  params: [],
  f: (ops, x) => ops.softplus(x),
  df: (ops, x) => ops.sigmoid(x),
};
