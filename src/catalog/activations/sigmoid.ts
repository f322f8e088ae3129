import type { Activation } from '../../nn/Activation.ts';

/** 1/(1 + e^{−x}); its dual has no closed form. */
export const sigmoid: Activation = {
  id: 'sigmoid',
  label: 'sigmoid',
  explain: '1/(1 + e⁻ˣ): smooth and between 0 and 1, so that all units share a common mean.',
  params: [],
  f: (ops, x) => ops.sigmoid(x),
  df: (ops, x) => ops.multiply(ops.sigmoid(x), ops.sigmoid(ops.scale(x, -1))),
};
