import type { Activation } from './Activation.ts';
import { meanSquaresOf, type MeanSquares } from './meanSquares.ts';
import type { Settings } from './Settings.ts';

/** Where the layers of a wide, deep network settle. */
export interface MeanField {
  /** q*: variance of a pre-activation that a layer maps to itself; Infinity where it grows without bound. */
  readonly variance: number;
  /**
   * χ₁ = σ_w² E φ'(√q* z)²: what one layer multiplies a gradient's mean square by, and a small distance between inputs. Infinity
   * where φ jumps: no gradient passes, but any distance becomes infinitely larger than it was.
   */
  readonly slope: number;
}

/** Nearby inputs become alike (χ₁ < 1), keep their distance (χ₁ = 1), or part (χ₁ > 1) as they pass through layers. */
export type Phase = 'ordered' | 'critical' | 'chaotic';

/**
 * The fixed point q* = σ_w² E φ(√q* z)² + σ_b² with z ~ N(0, 1), and χ₁ there (Poole et al., 2016; Schoenholz et al.,
 * 2017). By bisection, since near the critical line iterating the map itself takes thousands of rounds. Where every q is
 * a fixed point (ReLU at σ_w² = 2, σ_b² = 0) the answer is 1. Where there are several (GELU and SiLU grow faster the
 * larger q is), it is the one that inputs of mean square one come to.
 */
export function meanField(
  activation: Activation,
  settings: Settings,
  weightVariance: number,
  biasVariance: number,
): MeanField {
  return fixedPoint(meanSquaresOf(activation, settings), weightVariance, biasVariance);
}

/** The same for an activation that is known by its mean squares; q* to a relative `tolerance`. */
export function fixedPoint(
  mean: MeanSquares,
  weightVariance: number,
  biasVariance: number,
  tolerance = 1e-13,
): MeanField {
  const next = (q: number): number => weightVariance * mean.value(q) + biasVariance;
  const slopeAt = (q: number): number => weightVariance * mean.slope(q);

  if (next(1) === 1) return { variance: 1, slope: slopeAt(1) };
  // The first layer's, from inputs of mean square one.
  let high = weightVariance + biasVariance;
  let low = vanishing;
  while (next(high) > high && high < unbounded) {
    low = high;
    high *= 4;
  }
  if (high >= unbounded) return { variance: Infinity, slope: slopeAt(high) };
  if (next(low) <= low) return { variance: 0, slope: slopeAt(0) };

  while (high - low > tolerance * high) {
    // Halves the exponent first: the bracket spans many orders of magnitude.
    const middle = high > 4 * low ? Math.sqrt(low * high) : (low + high) / 2;
    if (next(middle) > middle) low = middle;
    else high = middle;
  }
  return { variance: high, slope: slopeAt(high) };
}

/** The phase that χ₁ tells, to the three decimals that are shown of it. */
export function phaseOf({ slope }: MeanField): Phase {
  if (Math.abs(slope - 1) < 0.0005) return 'critical';
  return slope < 1 ? 'ordered' : 'chaotic';
}

const unbounded = 1e9;
const vanishing = 1e-15;
