import { reflection } from './householder.ts';
import { matrix, transpose } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { reflectorProduct } from './reflectorProduct.ts';
import type { Stream } from './rng.ts';

/**
 * A rows×cols corner of a Haar-distributed orthogonal matrix: orthonormal columns where rows ≥ cols, otherwise
 * orthonormal rows. It has the law of Q·diag(sign(diag R)) in the Householder QR of a Gaussian matrix (Mezzadri
 * 2007). A reflection leaves the Gaussian columns after it Gaussian and independent of it, so they are drawn when
 * their turn comes, already shortened (Stewart 1980), at half the cost.
 */
export function haarOrthogonal(rows: number, cols: number, stream: Stream): Matrix {
  const long = Math.max(rows, cols);
  const short = Math.min(rows, cols);
  const vectors = matrix(short, long);
  const taus = new Float64Array(short);
  const signs = new Float64Array(short);
  for (let k = 0; k < short; k++) {
    const end = (k + 1) * long;
    for (let i = k * long + k; i < end; i++) vectors.data[i] = stream.normal();
    const { tau, beta } = reflection(vectors.data, k * long + k, end);
    taus[k] = tau;
    signs[k] = beta < 0 ? -1 : 1;
  }
  const q = reflectorProduct({ rows: vectors, shift: 0, taus }, short);
  for (let i = 0; i < q.data.length; i++) q.data[i]! *= signs[i % short]!;
  return rows >= cols ? q : transpose(q);
}
