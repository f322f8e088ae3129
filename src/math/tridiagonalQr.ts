import { recordedSweeps } from './recordedSweeps.ts';
import type { RecordedSweeps } from './recordedSweeps.ts';

/** Numbers below this are zero beside entries of ordinary size, and their squares underflow. */
const NOTHING = 1e-150;

/**
 * Eigenvalues of a symmetric tridiagonal matrix by implicitly shifted QR (Golub & Van Loan 2013, §8.3.3; the
 * steps are those of EISPACK's imtql2 from the other end, which suits matrices that decay downwards). They
 * replace `diagonal`, unordered; `offDiagonal`, one shorter, ends as zeros. Each row of length n in `rows` is
 * multiplied by the matrix of eigenvectors, so the identity becomes the eigenvectors as columns. Expects entries
 * scaled to ordinary size; throws where an eigenvalue takes more than 60 sweeps (NaN among the entries).
 */
export function tridiagonalQr(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  rows?: Float64Array,
): void {
  const sweeps = rows && recordedSweeps(rows, diagonal.length);
  let high = diagonal.length - 1;
  let tries = 0;
  while (high > 0) {
    const low = startOfBlock(diagonal, offDiagonal, high);
    if (low === high) {
      high--;
      tries = 0;
    } else if (tries++ < 60) {
      sweep(diagonal, offDiagonal, low, high, sweeps);
    } else {
      throw new Error(`No eigenvalue ${high} after 60 sweeps: ${diagonal[high]!} is not settling`);
    }
  }
  sweeps?.apply();
}

/** The first row of the unreduced block that ends in row `high`; cuts the coupling before it. */
function startOfBlock(d: Float64Array, e: Float64Array, high: number): number {
  for (let i = high; i > 0; i--) {
    const coupling = Math.abs(e[i - 1]!);
    const scale = Math.abs(d[i - 1]!) + Math.abs(d[i]!);
    if (coupling <= Number.EPSILON * scale || coupling < NOTHING) {
      e[i - 1] = 0;
      return i;
    }
  }
  return 0;
}

/** One QR step with Wilkinson's shift on rows low to high: chases a bulge downwards. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  sweeps: RecordedSweeps | undefined,
): void {
  const slant = (d[high - 1]! - d[high]!) / (2 * e[high - 1]!);
  const root = Math.sqrt(slant * slant + 1);
  let g = d[low]! - d[high]! + e[high - 1]! / (slant >= 0 ? slant + root : slant - root);
  let s = 1;
  let c = 1;
  let p = 0;
  sweeps?.begin(low, high);
  for (let i = low + 1; i <= high; i++) {
    const f = s * e[i - 1]!;
    const b = c * e[i - 1]!;
    const r = Math.sqrt(f * f + g * g);
    if (i > low + 1) e[i - 2] = r;
    if (r < NOTHING) {
      // The bulge vanished: the block falls apart here, and the next search will find the cut. EISPACK leaves
      // the next coupling unturned; where c = −1 that would spoil the eigenvectors.
      d[i - 1]! -= p;
      e[i - 1] = b;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i - 1]! - p;
    const t = (d[i]! - g) * s + 2 * c * b;
    p = s * t;
    d[i - 1] = g + p;
    g = c * t - b;
    sweeps?.rotate(c, s);
  }
  d[high]! -= p;
  e[high - 1] = g;
}
