import type { Activation } from '../../nn/Activation.ts';
import type { Ops } from '../../nn/Ops.ts';

/**
 * exp(−x²), without a factor ½ or a norm. Its dual is a Gaussian integral: with S the covariance of (u, v) and
 * D = det(I + 2S), E φφ = D^{−1/2} and E φ'φ' = 4·k12·D^{−3/2}.
 */
export const gaussian: Activation = {
  id: 'gaussian',
  label: 'Gaussian',
  explain: 'exp(−x²): each unit answers only near a hyperplane of its own.',
  params: [],
  f: (ops, x) => bump(ops, x),
  df: (ops, x) => ops.scale(ops.multiply(x, bump(ops, x)), -2),
  dual: ({ k11, k12, k22 }) => {
    const determinant = (1 + 2 * k11) * (1 + 2 * k22) - 4 * k12 * k12;
    const value = 1 / Math.sqrt(determinant);
    return { value, slope: (4 * k12 * value) / determinant };
  },
};

const bump = <T>(ops: Ops<T>, x: T): T => ops.exp(ops.scale(ops.multiply(x, x), -1));
