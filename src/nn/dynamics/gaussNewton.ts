import { lanczos } from '../../math/lanczos.ts';
import { matrix, product, type Matrix } from '../../math/matrix.ts';
import { plainVectors } from '../../math/plainVectors.ts';
import { normals, stream } from '../../math/rng.ts';
import { curvatureRoot } from './curvatureRoot.ts';
import type { Loss } from './Loss.ts';
import { stacked, unstacked } from './outputMajor.ts';

/**
 * The largest eigenvalue of the Gauss–Newton part c·Jᵀℓ″J of a loss's Hessian, which is that of c·BᵀΘB with ℓ″ = BBᵀ: for squares
 * c·λ_max(Θ). Θ is n×n, alike for all outputs of f (n×K), or nK×nK, output-major.
 */
export async function largestGaussNewton(
  theta: Matrix,
  loss: Pick<Loss, 'id' | 'normalization'>,
  f: Matrix,
): Promise<number> {
  const { rows: n, cols: count } = f;
  const roots = curvatureRoot(loss.id, f);
  const blocks = theta.rows / n;
  const times = (u: Float64Array): Float64Array => {
    const moved = stacked(rooted(roots, u, n, count, false), blocks);
    const back = unstacked(product(theta, moved), n);
    return rooted(roots, back.data, n, count, true).data;
  };
  const start = normals(stream('gauss-newton'), n * count);
  const { value } = await lanczos(plainVectors, times, start, { products: 60, tolerance: 1e-6 });
  return loss.normalization(n) * value;
}

/** B_i·u_i, or B_iᵀ·u_i, of every sample, n×K. */
function rooted(
  roots: Matrix,
  u: Float64Array,
  n: number,
  count: number,
  transposed: boolean,
): Matrix {
  const result = matrix(n, count);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < count; k++) {
      for (let l = 0; l < count; l++) {
        const entry = transposed
          ? roots.data[(i * count + l) * count + k]!
          : roots.data[(i * count + k) * count + l]!;
        result.data[i * count + k]! += entry * u[i * count + l]!;
      }
    }
  }
  return result;
}
