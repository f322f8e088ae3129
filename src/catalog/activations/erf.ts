import type { Activation } from '../../nn/Activation.ts';

/** erf, whose dual has a closed form (Williams, 1996). */
export const erf: Activation = {
  id: 'erf',
  label: 'erf',
  explain:
    'The Gauss error function: sigmoid-shaped, smooth, and its infinite-width kernel is known in closed form.',
  params: [],
  f: (ops, x) => ops.erf(x),
  df: (ops, x) => ops.scale(ops.exp(ops.scale(ops.multiply(x, x), -1)), 2 / Math.sqrt(Math.PI)),
  dual: ({ k11, k12, k22 }) => {
    const root = Math.sqrt((1 + 2 * k11) * (1 + 2 * k22) - 4 * k12 * k12);
    return { value: (2 / Math.PI) * Math.atan2(2 * k12, root), slope: 4 / (Math.PI * root) };
  },
};
