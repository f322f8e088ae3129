import type { Matrix } from '../math/matrix.ts';
import { matrix } from '../math/matrix.ts';
import { mirrorUpper } from '../math/mirrorUpper.ts';
import { ofSameInputs, type KernelState } from './KernelState.ts';
import { addMehlerSums, mehlerRows } from './mehlerSums.ts';
import { octaveSeries } from './octaveSeries.ts';
import { termsFor } from './termsFor.ts';

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
  const left = octaveSeries(f, rowVariance, count);
  const right = same ? left : octaveSeries(f, columnVariance, count);
  const { rows, cols } = nngp;
  const values = new Float64Array(rows * cols);
  const rho = correlations(state);
  for (const kind of ['even', 'odd'] as const) {
    const [a, b] = [left[kind], right[kind]];
    if (!a || !b) continue;
    const above = mehlerRows(a, left.terms);
    const beside = same ? above : mehlerRows(b, right.terms);
    addMehlerSums(values, rho, above, beside, kind === 'odd', same);
  }
  if (same) {
    for (let i = 0; i < rows; i++) values[i * cols + i] = left.meanSquares[i]!;
    mirrorUpper(values, rows);
  }
  return {
    dual: matrix(rows, cols, values),
    rowVariance: left.meanSquares,
    columnVariance: right.meanSquares,
  };
}

/** ρ of every pair, zero where an input is; only where column ≥ row if both sides are the same inputs. */
function correlations(state: KernelState): Float64Array {
  const { nngp, rowVariance, columnVariance } = state;
  const same = ofSameInputs(state);
  const rho = new Float64Array(nngp.data.length);
  for (let i = 0; i < nngp.rows; i++)
    for (let j = same ? i : 0; j < nngp.cols; j++) {
      const scale = Math.sqrt(rowVariance[i]! * columnVariance[j]!);
      const k12 = nngp.data[i * nngp.cols + j]!;
      rho[i * nngp.cols + j] = scale > 0 ? Math.max(-1, Math.min(1, k12 / scale)) : 0;
    }
  return rho;
}

const largest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0);
