import { matrix, type Matrix } from '../../math/matrix.ts';
import { positionsOf } from '../../nn/Grid.ts';
import type { PositionOps } from '../../nn/PositionOps.ts';
import { seenBy } from '../../nn/Window.ts';
import type { Dual } from './dualOps.ts';

/** Operations on positions in float64, with derivatives: all of them are linear, so value and slope go the same way. */
export const dualPositionOps: PositionOps<Dual> = {
  regroup: (a, columns) => both(a, (m) => matrix(m.data.length / columns, columns, m.data)),
  patches: (a, window) => {
    const count = positionsOf(window);
    const seen = window.taps.map((tap) => seenBy(window, tap));
    return both(a, (m) =>
      built(m.rows, m.cols * seen.length, (row, column) => {
        const from = seen[Math.floor(column / m.cols)]![row % count]!;
        const sample = Math.floor(row / count);
        return from < 0 ? 0 : m.data[(sample * count + from) * m.cols + (column % m.cols)]!;
      }),
    );
  },
  average: (a, positions) =>
    both(a, (m) =>
      built(m.rows / positions, m.cols, (row, column) => {
        let sum = 0;
        for (let p = 0; p < positions; p++) sum += m.data[(row * positions + p) * m.cols + column]!;
        return sum / positions;
      }),
    ),
  columns: (a, from, to) =>
    both(a, (m) =>
      built(m.rows, to - from, (row, column) => m.data[row * m.cols + from + column]!),
    ),
  join: (parts) => ({
    value: joined(parts.map(({ value }) => value)),
    slope: joined(parts.map(({ slope }) => slope)),
  }),
  weighRows: (a, by) =>
    both(a, (m) =>
      built(m.rows, m.cols, (row, column) => m.data[row * m.cols + column]! * by.value.data[row]!),
    ),
};

const both = (a: Dual, f: (m: Matrix) => Matrix): Dual => ({
  value: f(a.value),
  slope: f(a.slope),
});

function built(rows: number, cols: number, entry: (row: number, column: number) => number): Matrix {
  const result = matrix(rows, cols);
  result.data.forEach((_, at) => {
    result.data[at] = entry(Math.floor(at / cols), at % cols);
  });
  return result;
}

function joined(parts: readonly Matrix[]): Matrix {
  const rows = parts[0]!.rows;
  const all = Array.from({ length: rows }, (_, row) =>
    parts.flatMap(({ cols, data }) => Array.from(data.subarray(row * cols, (row + 1) * cols))),
  );
  return matrix(rows, all[0]!.length, Float64Array.from(all.flat()));
}
