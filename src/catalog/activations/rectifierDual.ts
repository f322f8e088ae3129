import type { Covariance, DualValue } from '../../nn/Activation.ts';

/**
 * Dual of max(x, 0) + a·min(x, 0): the arc-cosine kernels of orders 1 and 0 (Cho & Saul, 2009; for a ≠ 0 Tsuchida et
 * al., 2018). The angle is taken by atan2, which stays exact where the inputs are almost parallel.
 */
export function rectifierDual(a: number, { k11, k12, k22 }: Covariance): DualValue {
  const s = Math.sqrt(Math.max(k11 * k22 - k12 * k12, 0));
  const kink = (1 - a) ** 2 / (2 * Math.PI);
  const slope = (1 + a * a) / 2 - kink * Math.atan2(s, k12);
  return { value: kink * s + slope * k12, slope };
}
