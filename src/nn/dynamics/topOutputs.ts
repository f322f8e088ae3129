import { frobenius, matrix, product, scaled, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import { stacked, unstacked } from './outputMajor.ts';

/** Enough to come near an eigenvector that stands out, as a kernel's first does; where none does, any of them will do. */
const iterations = 16;

/**
 * Outputs u (n×K, of norm 1) near the first eigenvector of Θ, n×n, alike for all outputs, or nK×nK, output-major: by power
 * iteration. Jᵀu is then near the first eigenvector of the Gauss–Newton matrix JᵀJ.
 */
export function topOutputs(theta: Matrix, n: number, count: number): Matrix {
  const blocks = theta.rows / n;
  let u = matrix(n, count, normals(stream('top-outputs'), n * count));
  for (let k = 0; k < iterations; k++) {
    const image = unstacked(product(theta, stacked(u, blocks)), n);
    const size = frobenius(image);
    if (!(size > 0 && size < Infinity)) break;
    u = scaled(image, 1 / size);
  }
  return u;
}
