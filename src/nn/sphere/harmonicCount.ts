/**
 * N(d, k), how many independent spherical harmonics of degree k there are on S^{d−1}: 1 for k = 0, else
 * (2k + d − 2)/k · binom(k + d − 3, d − 2). Exact while below 2⁵³; Infinity beyond what float64 holds.
 */
export function harmonicCount(d: number, k: number): number {
  if (k === 0) return 1;
  // binom(k + d − 3, j) grows to binom(k + d − 3, d − 2) by one factor at a time, each stage an integer.
  const top = k + d - 3;
  const below = Math.min(d - 2, k - 1);
  let ways = 1;
  for (let j = 1; j <= below; j++) ways = (ways * (top - below + j)) / j;
  return ((2 * k + d - 2) * ways) / k;
}
