import { gram, matrix, productTransposed, scaled, type Matrix } from '../math/matrix.ts';
import type { KernelState } from './KernelState.ts';

/**
 * The state that enters a network: nngp = x·x'/d between rows (a×d) and columns (b×d), and an NTK of zero. Passing one
 * matrix for both gives exactly symmetric kernels at half the work.
 */
export function inputKernel(rows: Matrix, columns: Matrix): KernelState {
  const same = rows === columns;
  const nngp = scaled(same ? gram(rows) : productTransposed(rows, columns), 1 / rows.cols);
  const rowVariance = same ? diagonal(nngp) : meanSquares(rows);
  return {
    nngp,
    ntk: matrix(rows.rows, columns.rows),
    rowVariance,
    columnVariance: same ? rowVariance : meanSquares(columns),
    inputs: { rows, columns },
  };
}

/** Taken from the kernel itself, whose rounding a separate sum would not share: ρ = 1 must be 1. */
const diagonal = ({ rows, data }: Matrix): Float64Array =>
  Float64Array.from({ length: rows }, (_, i) => data[i * rows + i]!);

const meanSquares = ({ rows, cols, data }: Matrix): Float64Array =>
  Float64Array.from(
    { length: rows },
    (_, i) => data.subarray(i * cols, (i + 1) * cols).reduce((s, x) => s + x * x, 0) / cols,
  );
