import type { Matrix } from '../../math/matrix.ts';

/**
 * The eigenvalues μ_0 … μ_last of a kernel (n×n) between n inputs at even distances around the circle, in their order, as the
 * mean of vᵀKv/n over the unit vectors v that sample cos kθ and sin kθ. A rotation-invariant kernel has exactly these
 * eigenvalues (with what frequencies n − k, n + k, … alias to them); the kernel of a finite network has them on average. Throws if
 * last exceeds n/2.
 */
export function circleEigenvalues({ rows: n, data }: Matrix, last: number): Float64Array {
  if (2 * last > n) throw new RangeError(`${n} samples of a circle cannot tell frequency ${last}`);
  const shares = shareByShift(data, n);
  return Float64Array.from({ length: last + 1 }, (_, k) =>
    shares.reduce((sum, share, shift) => sum + share * Math.cos((2 * Math.PI * k * shift) / n), 0),
  );
}

/**
 * Means of K over all pairs that stand `shift` places apart, over n: Σ_ij K_ij (cos kθ_i cos kθ_j + sin kθ_i sin kθ_j) is a
 * cosine of the difference, so these n numbers are all that counts.
 */
function shareByShift(data: Float64Array, n: number): Float64Array {
  const shares = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) shares[(j - i + n) % n]! += data[i * n + j]! / (n * n);
  return shares;
}
