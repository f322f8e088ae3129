import { reflection } from './householder.ts';
import { matrix, transpose } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { reflectorProduct } from './reflectorProduct.ts';

/** a = q·r with orthonormal columns in q (rows×cols) and r upper triangular (cols×cols). */
export interface Qr {
  readonly q: Matrix;
  readonly r: Matrix;
}

/**
 * The thin QR decomposition by Householder reflections (Golub & Van Loan 2013, §5.2). q is orthonormal whatever
 * the rank of a; r's diagonal may be of either sign. Throws on fewer rows than columns.
 */
export function qr(a: Matrix): Qr {
  const { rows, cols } = a;
  if (rows < cols) throw new RangeError(`Thin QR needs rows ≥ columns, got ${rows}×${cols}`);
  // Columns become rows, so that every loop runs along memory.
  const work = transpose(a);
  const r = matrix(cols, cols);
  const taus = new Float64Array(cols);
  for (let k = 0; k < cols; k++) {
    for (let i = 0; i < k; i++) r.data[i * cols + k] = work.data[k * rows + i]!;
    const { tau, beta } = reflection(work.data, k * rows + k, (k + 1) * rows);
    r.data[k * cols + k] = beta;
    taus[k] = tau;
    for (let j = k + 1; j < cols; j++) reflect(work, j, k, tau);
  }
  return { q: reflectorProduct({ rows: work, shift: 0, taus }, cols), r };
}

/** Row j ← row j·(I − τ·v·vᵀ), where v is row k from its diagonal entry on. */
function reflect(work: Matrix, j: number, k: number, tau: number): void {
  const { cols: length, data } = work;
  let overlap = 0;
  for (let i = k; i < length; i++) overlap += data[k * length + i]! * data[j * length + i]!;
  overlap *= tau;
  for (let i = k; i < length; i++) data[j * length + i]! -= overlap * data[k * length + i]!;
}
