/** λ₁/λ_n of descending eigenvalues; Infinity where λ_n ≤ 0. */
export function conditionNumber(values: ArrayLike<number>): number {
  const largest = values[0] ?? NaN;
  const smallest = values[values.length - 1] ?? NaN;
  return smallest <= 0 ? Infinity : largest / smallest;
}

/**
 * exp of the entropy of λ/Σλ (Roy & Vetterli 2007): n for n equal eigenvalues, 1 where one alone counts. Negative
 * eigenvalues count as 0; NaN where none is positive.
 */
export function effectiveRank(values: ArrayLike<number>): number {
  return Math.exp(
    shares(values).reduce((sum, share) => sum - (share === 0 ? 0 : share * Math.log(share)), 0),
  );
}

/**
 * (Σλ)²/Σλ²: a rank as above that heeds small eigenvalues less. Negative ones count as 0; NaN where
 * none is positive.
 */
export function participationRatio(values: ArrayLike<number>): number {
  return 1 / shares(values).reduce((sum, share) => sum + share * share, 0);
}

/** 10⁻⁶·λ₁ of descending eigenvalues: smaller ones of a kernel computed in float32 are rounding noise. */
export function noiseFloor(values: ArrayLike<number>): number {
  return 1e-6 * Math.max(0, values[0] ?? NaN);
}

/** The positive parts of the values, divided by their sum; NaN where that is 0. */
function shares(values: ArrayLike<number>): Float64Array {
  const positive = Float64Array.from(values, (value) => Math.max(0, value));
  const sum = positive.reduce((total, value) => total + value, 0);
  return sum === 0 ? Float64Array.of(NaN) : positive.map((value) => value / sum);
}
