import { matrix, type Matrix } from '../math/matrix.ts';
import { positionsOf } from './Grid.ts';
import type { PositionOps } from './PositionOps.ts';
import { seenBy } from './Window.ts';

/** Operations on positions in float64. All of them are linear in what they are given (`weighRows` in its first operand). */
export const matrixPositionOps: PositionOps<Matrix> = {
  regroup: ({ data }, columns) => matrix(data.length / columns, columns, data),
  patches: ({ rows, cols, data }, window) => {
    const count = positionsOf(window);
    const seen = window.taps.map((tap) => seenBy(window, tap));
    const result = matrix(rows, cols * seen.length);
    for (let row = 0; row < rows; row++) {
      const sample = row - (row % count);
      seen.forEach((sees, tap) => {
        const from = sees[row % count]!;
        if (from < 0) return;
        const start = (sample + from) * cols;
        result.data.set(data.subarray(start, start + cols), (row * seen.length + tap) * cols);
      });
    }
    return result;
  },
  average: ({ rows, cols, data }, positions) => {
    const result = matrix(rows / positions, cols);
    for (let row = 0; row < rows; row++) {
      const to = Math.floor(row / positions) * cols;
      for (let c = 0; c < cols; c++) result.data[to + c]! += data[row * cols + c]! / positions;
    }
    return result;
  },
  columns: ({ rows, cols, data }, from, to) => {
    const result = matrix(rows, to - from);
    for (let row = 0; row < rows; row++)
      result.data.set(data.subarray(row * cols + from, row * cols + to), row * (to - from));
    return result;
  },
  join: (parts) => {
    const { rows } = parts[0]!;
    const cols = parts.reduce((sum, part) => sum + part.cols, 0);
    const result = matrix(rows, cols);
    let before = 0;
    for (const part of parts) {
      for (let row = 0; row < rows; row++) {
        const from = row * part.cols;
        result.data.set(part.data.subarray(from, from + part.cols), row * cols + before);
      }
      before += part.cols;
    }
    return result;
  },
  weighRows: ({ rows, cols, data }, by) =>
    matrix(
      rows,
      cols,
      data.map((value, at) => value * by.data[Math.floor(at / cols)]!),
    ),
};
