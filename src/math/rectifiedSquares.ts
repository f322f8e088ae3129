import exp from '@stdlib/math-base-special-exp';
import gammaln from '@stdlib/math-base-special-gammaln';
import ln from '@stdlib/math-base-special-ln';

/** Y = Σ φ(z_i)² over `count` independent standard normals z_i, with φ(z) = z for z > 0 and slope·z for z < 0. */
export interface RectifiedSquares {
  readonly count: number;
  readonly slope: number;
}

/**
 * ln E Y^p for 0 < p ≤ 1. From E e^(−tY) = M(t), which is a power of an algebraic function, by
 * E Y^p = ∫ t^(−p)·(−M′(t)) dt/Γ(1 − p); what e^(−t) would give is taken off, so that p near 1 is no harder than any other.
 */
export function logMoment(law: RectifiedSquares, p: number): number {
  const mean = meanOf(law);
  if (p === 1) return ln(mean);
  const q = 1 - p;
  const rest = integral(
    law,
    -40,
    (u, t) => exp(q * u) * (-transformSlope(law, t / mean) / mean - exp(-t)),
  );
  return p * ln(mean) + ln(1 + rest * exp(-gammaln(q)));
}

/**
 * Mean and variance of ln Y, given Y > 0 (with slope 0, all z_i may be negative): the first two coefficients in z of
 * ∫ t^(z−1)·(e^(−t) − M(t)) dt = Γ(z)·(1 − E Y^(−z)).
 */
export function logLaw(law: RectifiedSquares): {
  readonly mean: number;
  readonly variance: number;
} {
  const none = law.slope === 0 ? 0.5 ** law.count : 0;
  const scale = meanOf(law) / (1 - none);
  // Of order t² near zero, since means agree.
  const difference = (t: number): number =>
    exp(-t) - (transform(law, t / scale) - none) / (1 - none);
  const first = integral(law, -20, (_u, t) => difference(t));
  const second = -2 * (integral(law, -20, (u, t) => u * difference(t)) + eulerGamma * first);
  return { mean: ln(scale) + first, variance: second - first * first };
}

const eulerGamma = 0.5772156649015329;

const meanOf = ({ count, slope }: RectifiedSquares): number => (count * (1 + slope * slope)) / 2;

/** E e^(−t·φ(z)²) of one term. */
const termAt = (square: number, t: number): number =>
  0.5 / Math.sqrt(1 + 2 * t) + 0.5 / Math.sqrt(1 + 2 * square * t);

/** M(t). */
const transform = ({ count, slope }: RectifiedSquares, t: number): number =>
  exp(count * ln(termAt(slope * slope, t)));

/** M′(t). */
function transformSlope({ count, slope }: RectifiedSquares, t: number): number {
  const square = slope * slope;
  const one = 1 + 2 * t;
  const other = 1 + 2 * square * t;
  const term = 0.5 / (one * Math.sqrt(one)) + (0.5 * square) / (other * Math.sqrt(other));
  return -count * exp((count - 1) * ln(termAt(square, t))) * term;
}

/**
 * ∫ f(u, e^u) du by the trapezoidal rule, whose error is exponentially small for functions that are analytic in a strip of
 * half-width π/2, as these are. They must have gone at `start`; to the right they have by e^90 times their largest scale.
 */
function integral(
  law: RectifiedSquares,
  start: number,
  f: (u: number, t: number) => number,
): number {
  const square = law.slope * law.slope;
  const end = 90 + ln(meanOf(law)) - (square > 0 ? ln(Math.min(1, square)) : 0);
  let sum = 0;
  for (let u = start; u < end; u += spacing) sum += f(u, exp(u));
  return sum * spacing;
}

const spacing = 0.1875;
