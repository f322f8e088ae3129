/** An estimate of the exponent α of a tail P(|X| > x) ~ x^−α. */
export interface TailExponent {
  /** Infinity where the largest entries are all alike, NaN where there are too few that are not zero. */
  readonly exponent: number;
  /** Standard error of the exponent if the tail is a power law, α/√k. */
  readonly error: number;
  /** k, how many of the largest entries it is from. */
  readonly kept: number;
}

/** How many of n entries belong to the tail: about √n, and 5 % at most, but at least one. */
export const tailSize = (n: number): number =>
  Math.max(1, Math.min(Math.round(Math.sqrt(n)), Math.floor(n / 20)));

/** Hill's estimate (1975) from the `kept` largest magnitudes: 1/α is the mean of log(|X_(i)|/|X_(k+1)|). */
export function hill(values: Float64Array, kept = tailSize(values.length)): TailExponent {
  const top = largestMagnitudes(values, kept + 1);
  const border = top[kept] ?? 0;
  if (!(border > 0)) return { exponent: NaN, error: NaN, kept };
  let sum = 0;
  for (let i = 0; i < kept; i++) sum += Math.log(top[i]! / border);
  const exponent = kept / sum;
  return { exponent, error: exponent / Math.sqrt(kept), kept };
}

/** The `count` largest |x|, descending, or all of fewer: in one pass, however many there are. */
function largestMagnitudes(values: Float64Array, count: number): Float64Array {
  const found = new Float64Array(Math.min(values.length, 4 * count));
  let size = 0;
  let least = -Infinity;
  const keepLargest = (): void => {
    found.subarray(0, size).sort().reverse();
    size = Math.min(size, count);
    if (size === count) least = found[count - 1]!;
  };
  for (const value of values) {
    const magnitude = Math.abs(value);
    if (!(magnitude > least)) continue;
    if (size === found.length) keepLargest();
    if (magnitude > least) found[size++] = magnitude;
  }
  keepLargest();
  return found.slice(0, size);
}
