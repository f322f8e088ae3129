import type { ModesResult } from './Result.ts';

/** Modes at the steps of one chunk after those of another; both have the same modes. */
export function joinedModes(before: ModesResult, after: ModesResult): ModesResult {
  const modes = before.eigenvalues.length;
  return {
    ...before,
    steps: Int32Array.from([...before.steps, ...after.steps]),
    measured: sideBySide(before.measured, after.measured, modes),
    predicted: sideBySide(before.predicted, after.predicted, modes),
  };
}

/** Two matrices of `rows` rows next to each other, row-major. */
function sideBySide(a: Float64Array, b: Float64Array, rows: number): Float64Array {
  const left = a.length / rows;
  const right = b.length / rows;
  const joined = new Float64Array(a.length + b.length);
  for (let row = 0; row < rows; row++) {
    joined.set(a.subarray(row * left, (row + 1) * left), row * (left + right));
    joined.set(b.subarray(row * right, (row + 1) * right), row * (left + right) + left);
  }
  return joined;
}
