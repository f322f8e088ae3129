import type { Activation } from '../../nn/Activation.ts';

/** tanh; its dual has no closed form. */
export const tanh: Activation = {
  id: 'tanh',
  label: 'tanh',
  explain:
    'Smooth, odd and saturating; nearly linear for small inputs, where initialization matters most.',
  params: [],
  f: (ops, x) => ops.tanh(x),
  df: (ops, x) => {
    const y = ops.tanh(x);
    return ops.shift(ops.scale(ops.multiply(y, y), -1), 1);
  },
};
