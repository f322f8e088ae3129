import type { Covariance } from '../../nn/Activation.ts';

/**
 * E sin u sin v = e^{−q} sinh k12 and E cos u cos v = e^{−q} cosh k12 with q = (k11 + k22)/2, from the characteristic
 * function of u ± v. Written so that neither overflows nor loses digits where u and v are nearly independent.
 */
export function waveMeans({ k11, k12, k22 }: Covariance): { sines: number; cosines: number } {
  const size = Math.abs(k12);
  const half = 0.5 * Math.exp(size - (k11 + k22) / 2);
  return {
    sines: Math.sign(k12) * half * -Math.expm1(-2 * size),
    cosines: half * (1 + Math.exp(-2 * size)),
  };
}
