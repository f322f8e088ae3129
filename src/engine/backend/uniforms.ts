import { matrix, type Matrix } from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';

/** rows×cols numbers of float32 in (−½, ½), the same ones for the same name. */
export function uniforms(name: string, rows: number, cols: number): Matrix {
  const numbers = stream('self-test').fork(name);
  return matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, () => Math.fround(numbers.uniform() - 0.5)),
  );
}
