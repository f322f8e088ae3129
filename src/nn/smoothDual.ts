import type { Matrix } from '../math/matrix.ts';
import { matrix } from '../math/matrix.ts';
import { hermiteCoefficients, meanSquare } from './hermite.ts';
import type { KernelState } from './KernelState.ts';

/**
 * E f(u)f(v) for every pair of inputs, for a smooth f without a closed form: by Mehler's expansion Σ_j a_j(k11) a_j(k22) ρ^j
 * over Hermite coefficients, so that the cost per pair is one polynomial instead of one two-dimensional quadrature.
 * The number of terms grows until the mass left out is below 1e-14 of E f²; `variances` are exact (E f² itself).
 */
export function smoothDual(f: (x: number) => number, state: KernelState): DualMatrices {
  const { nngp, rowVariance, columnVariance } = state;
  const count = Math.max(termsFor(f, rowVariance), termsFor(f, columnVariance));
  const left = coefficientRows(f, rowVariance, count);
  const right = coefficientRows(f, columnVariance, count);
  const values = new Float64Array(nngp.rows * nngp.cols);
  for (let i = 0; i < nngp.rows; i++) {
    for (let j = 0; j < nngp.cols; j++) {
      const scale = Math.sqrt((rowVariance[i] ?? 0) * (columnVariance[j] ?? 0));
      const rho = scale > 0 ? clamp((nngp.data[i * nngp.cols + j] ?? 0) / scale) : 0;
      values[i * nngp.cols + j] = mehler(left, i * count, right, j * count, count, rho);
    }
  }
  return {
    dual: matrix(nngp.rows, nngp.cols, values),
    rowVariance: rowVariance.map((q) => meanSquare(f, q)),
    columnVariance: columnVariance.map((q) => meanSquare(f, q)),
  };
}

/** E f(u)f(v) for all pairs, and E f(u)² for each input. */
export interface DualMatrices {
  readonly dual: Matrix;
  readonly rowVariance: Float64Array;
  readonly columnVariance: Float64Array;
}

const mostTerms = 1024;
const leftOut = 1e-14;

/** Terms that suffice for the widest input, the slowest to converge. */
function termsFor(f: (x: number) => number, variances: Float64Array): number {
  const widest = variances.reduce((a, b) => Math.max(a, b), 0);
  const whole = meanSquare(f, widest);
  for (let count = 32; count < mostTerms; count *= 2) {
    const mass = hermiteCoefficients(f, widest, count).reduce((sum, a) => sum + a * a, 0);
    if (whole - mass <= leftOut * whole) return count;
  }
  return mostTerms;
}

function coefficientRows(
  f: (x: number) => number,
  variances: Float64Array,
  count: number,
): Float64Array {
  const rows = new Float64Array(variances.length * count);
  variances.forEach((q, i) => rows.set(hermiteCoefficients(f, q, count), i * count));
  return rows;
}

/** Σ_j a_j b_j ρ^j by Horner's rule. */
function mehler(
  a: Float64Array,
  ai: number,
  b: Float64Array,
  bi: number,
  count: number,
  rho: number,
): number {
  let sum = 0;
  for (let j = count - 1; j >= 0; j--) sum = sum * rho + (a[ai + j] ?? 0) * (b[bi + j] ?? 0);
  return sum;
}

const clamp = (rho: number): number => Math.max(-1, Math.min(1, rho));
