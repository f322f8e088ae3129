import { gaussLegendre } from '../math/gaussLegendre.ts';
import type { Activation } from './Activation.ts';
import { plainOps } from './plainOps.ts';
import type { Settings } from './Settings.ts';

/** One layer D·W of a Jacobian: what it does to squared singular values in the limit of large width. */
export interface JacobianLayer {
  /** n·variance of a weight. */
  readonly gain: number;
  /** E φ'² and E φ'⁴ at the layer's pre-activations. */
  readonly mu1: number;
  readonly mu2: number;
  /** The first coefficient of the S-transform of WᵀW: 0 for orthogonal W, −1 for independent entries. */
  readonly s1: number;
}

/** Mean and variance of squared singular values. */
export interface SquaredSingularLaw {
  readonly meanSquare: number;
  readonly variance: number;
}

/**
 * The law of s² for J = Π D_l W_l of square random matrices: free factors multiply their S-transforms, so that the mean is
 * Π gain·μ₁ and variance over mean² is Σ (μ₂/μ₁² − 1 − s₁). On a critical line that is Var s² = L(μ₂/μ₁² − 1 − s₁) (Pennington,
 * Schoenholz & Ganguli, 2017, 2018).
 */
export function squaredSingularLaw(layers: readonly JacobianLayer[]): SquaredSingularLaw {
  const meanSquare = layers.reduce((product, { gain, mu1 }) => product * gain * mu1, 1);
  const spread = layers.reduce((sum, { mu1, mu2, s1 }) => sum + mu2 / (mu1 * mu1) - 1 - s1, 0);
  return { meanSquare, variance: meanSquare * meanSquare * spread };
}

/** E φ², E φ'² and E φ'⁴ at √q·z with z ~ N(0, 1). */
export interface ActivationMoments {
  readonly value: number;
  readonly mu1: number;
  readonly mu2: number;
}

/**
 * The moments of an activation that is smooth but for a kink at 0: Gauss–Legendre on panels of either side of it, short enough
 * for a φ that varies over distances of one.
 */
export function activationMoments(
  { f, df }: Activation,
  settings: Settings,
  q: number,
): ActivationMoments {
  const root = Math.sqrt(q);
  const panels = Math.ceil((reach / longestPanel) * Math.min(finest, Math.max(1, root)));
  const { nodes, weights } = gaussLegendre(nodesPerPanel);
  const half = reach / panels / 2;
  const sums = [0, 0, 0] as [number, number, number];
  for (let panel = -panels; panel < panels; panel++)
    nodes.forEach((node, k) => {
      const z = (2 * panel + 1 + node) * half;
      const weight = (weights[k]! * half * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
      const value = f(plainOps, root * z, settings);
      const square = df(plainOps, root * z, settings) ** 2;
      sums[0] += weight * value * value;
      sums[1] += weight * square;
      sums[2] += weight * square * square;
    });
  const [value, mu1, mu2] = sums;
  return { value, mu1, mu2 };
}

/** Beyond it a normal has no mass to speak of. */
const reach = 9;
const longestPanel = 0.75;
const nodesPerPanel = 12;
const finest = 64;
