import type { Activation } from '../../nn/Activation.ts';

/** φ(x) = x: a deep linear network. */
export const linear: Activation = {
  id: 'linear',
  label: 'linear',
  explain:
    'No nonlinearity: the network is a product of matrices, yet it trains nonlinearly in its weights.',
  params: [],
  f: (_ops, x) => x,
  df: (ops, x) => ops.shift(ops.scale(x, 0), 1),
  dual: ({ k12 }) => ({ value: k12, slope: 1 }),
  linear: true,
};
