import { logLaw } from '../math/rectifiedSquares.ts';

/** A layer x ↦ φ(W x) of `width` units without bias, φ being linear (slope 1), ReLU (0) or leaky ReLU (a). */
export interface NormStep {
  readonly width: number;
  /** σ², the variance of one effective weight. */
  readonly weightVariance: number;
  /** φ's slope for negative inputs. */
  readonly slope: number;
}

/**
 * Mean and variance of ln(‖φ(W x)‖/‖x‖) for Gaussian W, the same for every x: ‖φ(W x)‖² = σ²‖x‖²·Y with Y the sum over the
 * layer's units of φ(z)², z ~ N(0, 1). Layers are independent, so over L of them ln‖x_L‖ is near normal with L times both.
 * Given that a unit is active at all, which for ReLU fails with probability 2^(−width).
 */
export function logNormStep({ width, weightVariance, slope }: NormStep): {
  readonly mean: number;
  readonly variance: number;
} {
  const { mean, variance } = logLaw({ count: width, slope });
  return { mean: (Math.log(weightVariance) + mean) / 2, variance: variance / 4 };
}
