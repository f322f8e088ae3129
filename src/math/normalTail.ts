import erfc from '@stdlib/math-base-special-erfc';

/** Q(x) = P(z > x) for a standard normal z, with all its digits far out on either side. */
export const normalTail = (x: number): number => 0.5 * erfc(x * Math.SQRT1_2);

/** The standard normal density exp(−x²/2)/√(2π). */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
