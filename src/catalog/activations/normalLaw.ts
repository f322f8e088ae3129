import type { Ops } from '../../nn/Ops.ts';

/** Φ(x) = (1 + erf(x/√2))/2, the standard normal distribution function. */
export const gaussianMass = <T>(ops: Ops<T>, x: T): T =>
  ops.shift(ops.scale(ops.erf(ops.scale(x, Math.SQRT1_2)), 0.5), 0.5);

/** Φ'(x) = exp(−x²/2)/√(2π). */
export const gaussianDensity = <T>(ops: Ops<T>, x: T): T =>
  ops.scale(ops.exp(ops.scale(ops.multiply(x, x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
