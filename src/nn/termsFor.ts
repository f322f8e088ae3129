import { hermiteSeries, meanSquare } from './hermite.ts';

const fewestTerms = 32;
const mostTerms = 2048;
const leftOut = 1e-14;

/** Kept for as long as the function is, since every position asks at every layer. */
const known = new WeakMap<(x: number) => number, Map<number, number>>();

/**
 * Terms that suffice for the widest input, the slowest to converge: found at the next quarter of an octave, so that much the
 * same is not asked again and again.
 */
export function termsFor(f: (x: number) => number, widest: number): number {
  const counts = known.get(f) ?? new Map<number, number>();
  known.set(f, counts);
  const wide = widest > 0 ? 2 ** (Math.ceil(4 * Math.log2(widest)) / 4) : widest;
  const count = counts.get(wide) ?? sufficient(f, wide);
  counts.set(wide, count);
  return count;
}

/** Held against the mean square on the finest nodes, since coarse ones may seem to miss nothing where they cannot resolve f. */
function sufficient(f: (x: number) => number, variance: number): number {
  const whole = meanSquare(f, variance);
  for (let count = fewestTerms; count < mostTerms; count *= 2) {
    const { even, odd } = hermiteSeries(f, Float64Array.of(variance), count);
    if (Math.abs(whole - squares(even) - squares(odd)) <= leftOut * whole) return count;
  }
  return mostTerms;
}

/** Σ a_j² without what stands for the rest. */
const squares = (row: Float64Array | undefined): number =>
  row?.subarray(0, -1).reduce((sum, a) => sum + a * a, 0) ?? 0;
