/** The places (i + shift)/n of n points, evenly spaced in [0, 1); `shift` is 0 or ½. */
export const evenGrid = (n: number, shift: 0 | 0.5): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => (i + shift) / n);

/**
 * `count` evenly spaced places in [0, 1), ascending, as far as they can be from those of `evenGrid(n, shift)` when the
 * ends of the interval are joined: half a step of the coarsest grid that holds both.
 */
export function gridBetween(count: number, n: number, shift: 0 | 0.5): Float64Array {
  const shared = (n / greatestDivisor(n, count)) * count;
  // In whole half-steps, so that no rounding moves a point over the end.
  const offset = (2 * shift * shared) / n + 1;
  return Float64Array.from(
    { length: count },
    (_, j) => (((2 * j * shared) / count + offset) % (2 * shared)) / (2 * shared),
  ).sort();
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
