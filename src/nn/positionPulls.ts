import { matrix, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import { matrixPositionOps } from './matrixPositionOps.ts';
import { seenBy, type Window } from './Window.ts';

/** A sensitivity as the operand of shape rows×cols has it, for one row of it or as many copies as `of` has. */
interface Operand {
  readonly cols: number;
}

/** The way back through `patches`: what each tap saw gets back what the window handed on of it. */
export function throughPatches(of: Matrix, { cols }: Operand, window: Window): Matrix {
  const count = positionsOf(window);
  const seen = window.taps.map((tap) => seenBy(window, tap));
  const result = matrix(of.rows, cols);
  for (let row = 0; row < of.rows; row++) {
    const sample = row - (row % count);
    seen.forEach((sees, tap) => {
      const from = sees[row % count]!;
      if (from < 0) return;
      const [to, source] = [(sample + from) * cols, (row * seen.length + tap) * cols];
      for (let c = 0; c < cols; c++) result.data[to + c]! += of.data[source + c]!;
    });
  }
  return result;
}

/** The way back through `average`: every position gets an equal share. */
export function throughAverage(of: Matrix, positions: number): Matrix {
  const result = matrix(of.rows * positions, of.cols);
  for (let row = 0; row < result.rows; row++) {
    const from = Math.floor(row / positions) * of.cols;
    for (let c = 0; c < of.cols; c++)
      result.data[row * of.cols + c] = of.data[from + c]! / positions;
  }
  return result;
}

/** The way back through `columns`: the others get nothing. */
export const throughColumns = (of: Matrix, { cols }: Operand, from: number, to: number): Matrix =>
  matrixPositionOps.join([matrix(of.rows, from), of, matrix(of.rows, cols - to)]);

/** The way back through `join`: each part gets its own columns. */
export function throughJoin(of: Matrix, parts: readonly Operand[]): readonly Matrix[] {
  let before = 0;
  return parts.map(({ cols }) => {
    const own = matrixPositionOps.columns(of, before, before + cols);
    before += cols;
    return own;
  });
}
