import { matrix, productTransposed, scaled, type Matrix } from '../math/matrix.ts';
import type { KernelState } from './KernelState.ts';

/** The state that enters a network: nngp = x·x'/d between rows (a×d) and columns (b×d), and an NTK of zero. */
export function inputKernel(rows: Matrix, columns: Matrix): KernelState {
  return {
    nngp: scaled(productTransposed(rows, columns), 1 / rows.cols),
    ntk: matrix(rows.rows, columns.rows),
    rowVariance: meanSquares(rows),
    columnVariance: meanSquares(columns),
  };
}

const meanSquares = ({ rows, cols, data }: Matrix): Float64Array =>
  Float64Array.from(
    { length: rows },
    (_, i) => data.subarray(i * cols, (i + 1) * cols).reduce((s, x) => s + x * x, 0) / cols,
  );
