/** The arithmetic mean. Throws where there are no values. */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('No values have no mean');
  return sum(Float64Array.from(values)) / values.length;
}

/** The standard error of the mean, s/√n with s² = Σ(x − mean)²/(n − 1). NaN for fewer than two values. */
export function standardError(values: ArrayLike<number>): number {
  const n = values.length;
  if (n < 2) return NaN;
  const centre = mean(values);
  const squares = Float64Array.from(values, (value) => (value - centre) ** 2);
  return Math.sqrt(sum(squares) / (n - 1) / n);
}

/**
 * The p-quantile of values in any order, interpolated linearly (Hyndman & Fan 1996, type 7; numpy's default).
 * Throws where there are no values or p lies outside 0…1.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (values.length === 0 || !(p >= 0 && p <= 1)) {
    throw new RangeError(`No quantile ${p} of ${values.length} values`);
  }
  const sorted = Float64Array.from(values).sort();
  const position = p * (sorted.length - 1);
  const low = sorted[Math.floor(position)]!;
  const high = sorted[Math.ceil(position)]!;
  // The first form would make ∞ − ∞ of equal infinities.
  return low === high ? low : low + (position % 1) * (high - low);
}

/** The median, halfway between the middle two of an even number. Throws where there are no values. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
