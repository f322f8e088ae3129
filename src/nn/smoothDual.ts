import type { Matrix } from '../math/matrix.ts';
import { matrix } from '../math/matrix.ts';
import { hermiteSeries, meanSquare, type HermiteSeries } from './hermite.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';

/** E f(u)f(v) for all pairs, and E f(u)² for each input. */
export interface DualMatrices {
  readonly dual: Matrix;
  readonly rowVariance: Float64Array;
  readonly columnVariance: Float64Array;
}

/**
 * E f(u)f(v) for every pair of inputs, for a smooth f without a closed form: Mehler's series Σ_j a_j(k11) a_j(k22) ρ^j
 * over Hermite coefficients, so that a pair costs one polynomial instead of a two-dimensional quadrature. The number of
 * terms grows until they leave out less than 1e-14 of E f²; at 2048 it stops, which for tanh leaves out 1e-6 at variance 100,
 * and only where |ρ| is near one. Variances are exact (E f² itself).
 */
export function smoothDual(f: (x: number) => number, state: KernelState): DualMatrices {
  const { nngp, rowVariance, columnVariance } = state;
  const same = ofSameInputs(state);
  const count = termsFor(f, Math.max(largest(rowVariance), largest(columnVariance)));
  const left = hermiteSeries(f, rowVariance, count);
  const right = same ? left : hermiteSeries(f, columnVariance, count);
  const { rows, cols } = nngp;
  const values = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = same ? i + 1 : 0; j < cols; j++) {
      const scale = Math.sqrt(rowVariance[i]! * columnVariance[j]!);
      const rho = scale > 0 ? clamp(nngp.data[i * cols + j]! / scale) : 0;
      const value = mehler(left, i, right, j, rho);
      values[i * cols + j] = value;
      if (same) values[j * cols + i] = value;
    }
    if (same) values[i * cols + i] = left.meanSquares[i]!;
  }
  return {
    dual: matrix(rows, cols, values),
    rowVariance: left.meanSquares,
    columnVariance: right.meanSquares,
  };
}

const fewestTerms = 32;
const mostTerms = 2048;
const leftOut = 1e-14;

/**
 * Terms that suffice for the widest input, the slowest to converge. Held against the mean square on the finest nodes, since
 * coarse ones may seem to miss nothing where they cannot resolve f.
 */
function termsFor(f: (x: number) => number, widest: number): number {
  const whole = meanSquare(f, widest);
  for (let count = fewestTerms; count < mostTerms; count *= 2) {
    const { even, odd } = hermiteSeries(f, Float64Array.of(widest), count);
    if (Math.abs(whole - squares(even) - squares(odd)) <= leftOut * whole) return count;
  }
  return mostTerms;
}

/** Σ a_j² without what stands for the rest. */
const squares = (row: Float64Array | undefined): number =>
  row?.subarray(0, -1).reduce((sum, a) => sum + a * a, 0) ?? 0;

/** Σ_j a_j b_j ρ^j, even and odd terms each by Horner's rule in ρ². */
function mehler(a: HermiteSeries, i: number, b: HermiteSeries, j: number, rho: number): number {
  const { terms } = a;
  const square = rho * rho;
  const even = a.even && b.even ? horner(a.even, i * terms, b.even, j * terms, terms, square) : 0;
  const odd = a.odd && b.odd ? horner(a.odd, i * terms, b.odd, j * terms, terms, square) : 0;
  return even + rho * odd;
}

function horner(
  a: Float64Array,
  ai: number,
  b: Float64Array,
  bi: number,
  terms: number,
  x: number,
): number {
  let sum = 0;
  for (let m = terms - 1; m >= 0; m--) sum = sum * x + a[ai + m]! * b[bi + m]!;
  return sum;
}

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);

const clamp = (rho: number): number => Math.max(-1, Math.min(1, rho));
