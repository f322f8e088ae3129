/** (mean s)²/(mean s²) of singular values, descending: 1 where all are equal; NaN where all are zero or there are none. */
export function isometry(singular: Float64Array): number {
  // In units of the largest, so that squares neither overflow nor vanish.
  const shares = singular.map((value) => value / singular[0]!);
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return (sum * sum) / (singular.length * squares);
}
