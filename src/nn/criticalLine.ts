import { fixedPoint } from './meanField.ts';
import type { MeanSquares } from './meanSquares.ts';

/** A point of the plane where χ₁ = 1. */
export interface CriticalPoint {
  /** q*. */
  readonly variance: number;
  /** σ_w². */
  readonly weightVariance: number;
  /** σ_b². */
  readonly biasVariance: number;
}

/** Where χ₁ = 1 in the plane of σ_w² and σ_b². */
export interface CriticalSet {
  /** Curves in the order of growing q*, each without a gap. */
  readonly curves: readonly (readonly CriticalPoint[])[];
  /**
   * For a φ that is homogeneous, as ReLU is: χ₁ = 1 all along this σ_w². Layers keep any variance where σ_b² = 0, the critical
   * point; with biases q* is unbounded.
   */
  readonly scaleFree?: number;
}

/**
 * The settings whose fixed point is q and whose χ₁ is one: σ_w² = 1/E φ'(√q z)², σ_b² = q − σ_w² E φ(√q z)² (Poole et al., 2016;
 * Schoenholz et al., 2017). A σ_b² below zero says that there are none.
 */
export function criticalPoint(mean: MeanSquares, q: number): CriticalPoint {
  const weightVariance = 1 / mean.slope(q);
  return { variance: q, weightVariance, biasVariance: q - weightVariance * mean.value(q) };
}

/**
 * The whole critical set, followed in q* from 10⁻⁴ to 10⁴. Points that no network comes to are left out: a fixed point may be
 * unstable, or not the one that inputs of mean square one reach.
 */
export function criticalSet(mean: MeanSquares): CriticalSet {
  const scaleFree = homogeneousAt(mean);
  if (scaleFree !== undefined) return { curves: [], scaleFree };
  const curves: CriticalPoint[][] = [];
  let curve: CriticalPoint[] = [];
  let before: number | undefined;
  for (let k = 0; k < samples; k++) {
    // Never exactly 1, which a fixed point that is unstable may pass for.
    const q = 10 ** (-4 + (8 * (k + 0.5)) / samples);
    const on = isReached(mean, q);
    // The curve's end lies between two samples.
    if (before !== undefined && on !== curve.length > 0) {
      const end = criticalPoint(mean, on ? edge(mean, q, before) : edge(mean, before, q));
      curve.push(end);
      if (!on) {
        curves.push(curve);
        curve = [];
      }
    }
    if (on) curve.push(criticalPoint(mean, q));
    before = q;
  }
  if (curve.length > 0) curves.push(curve);
  return { curves };
}

const samples = 240;

/** The σ_w² of χ₁ = 1, where E φ² is proportional to q and E φ'² does not depend on it. */
function homogeneousAt({ value, slope }: MeanSquares): number | undefined {
  const [small, one, large] = [0.01, 1, 100].map((q) => [value(q) / q, slope(q)] as const);
  const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.abs(b);
  const holds = [small, large].every(
    (other) => other && one && same(other[0], one[0]) && same(other[1], one[1]),
  );
  return holds && one ? 1 / one[1] : undefined;
}

/** Whether networks of the critical settings for q settle at q. */
function isReached(mean: MeanSquares, q: number): boolean {
  const { weightVariance, biasVariance } = criticalPoint(mean, q);
  if (!(weightVariance > 0 && Number.isFinite(weightVariance) && biasVariance >= 0)) return false;
  const { variance } = fixedPoint(mean, weightVariance, biasVariance);
  return Math.abs(variance - q) < 1e-3 * q;
}

/** The last q that is reached, between one that is and one that is not. */
function edge(mean: MeanSquares, reached: number, missed: number): number {
  let [inside, outside] = [reached, missed];
  for (let round = 0; round < 40; round++) {
    const middle = Math.sqrt(inside * outside);
    if (isReached(mean, middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
