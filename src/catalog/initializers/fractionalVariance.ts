import exp from '@stdlib/math-base-special-exp';
import { logMoment } from '../../math/rectifiedSquares.ts';

/** How σ is found: exactly, by the authors' expansion in 1/fan-in, or so that log-norms keep their mean. */
export type FractionalRule = 'exact' | 'expansion' | 'walk';

/**
 * σ², the variance of a weight with which E‖φ(W x)‖^s = ‖x‖^s for `fan` inputs and as many units, W normal and φ linear (slope
 * ±1), ReLU (0) or leaky: σ = (E Y^{s/2})^{−1/s} with Y = Σ φ(z_i)² over `fan` standard normals, or the leading orders of it
 * (Gürbüzbalaban & Hu, 2021; small slopes only), or the random-walk rule (Sussillo & Abbott, 2014; linear and ReLU only).
 */
export function fractionalVariance(
  rule: FractionalRule,
  fan: number,
  slope: number,
  s: number,
): number {
  const square = slope * slope;
  if (rule === 'exact') return exp((-2 / s) * logMoment({ count: fan, slope }, s / 2));
  if (rule === 'walk') {
    if (square === 1) return exp(1 / fan) / fan;
    // Fitted to simulations at large fans; it has a pole at 2.4.
    return (2 * exp(2.4 / (Math.max(fan, smallestFitted) - 2.4))) / fan;
  }
  if (square === 1) return (1 + (2 - s) / (2 * fan)) / fan;
  const second = ((5 * s - 24) * square + 10) / (2 * (s + 2) * square + 4);
  return (2 / (1 + square) + ((2 - s) * second) / fan) / fan;
}

const smallestFitted = 8;
