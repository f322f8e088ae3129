import type { Activation } from '../../nn/Activation.ts';

/** x·sigmoid(x), also called swish (Elfwing et al., 2018; Ramachandran et al., 2017); its dual has no closed form. */
export const silu: Activation = {
  id: 'silu',
  label: 'SiLU',
  explain: 'x/(1 + e⁻ˣ), also called swish: close to GELU, with heavier tails.',
  params: [],
  f: (ops, x) => ops.multiply(x, ops.sigmoid(x)),
  df: (ops, x) => {
    const y = ops.sigmoid(x);
    const slope = ops.multiply(y, ops.sigmoid(ops.scale(x, -1)));
    return ops.add(y, ops.multiply(x, slope));
  },
};
