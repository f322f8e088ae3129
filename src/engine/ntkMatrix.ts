import { matrix, type Matrix } from '../math/matrix.ts';
import { EngineFailure } from './EngineFailure.ts';
import type { NtkOptions } from './empiricalNtk.ts';

/**
 * The NTK on n rows as it was read back, in float64 and exactly symmetric where rows meet the same rows. Throws an
 * EngineFailure 'diverged' if it is not finite.
 */
export function ntkMatrix(values: Float32Array, n: number, options: NtkOptions): Matrix {
  if (!values.every(Number.isFinite)) throw notFinite();
  const blocks = options.form === 'full' ? options.outputs : 1;
  const columns = Math.min(options.columns ?? n, n);
  const width = blocks * columns;
  const theta = matrix(blocks * n, width, Float64Array.from(values));
  const { data } = theta;
  // Rows k·n + i with i < columns meet themselves as column k·columns + i.
  const rowOf = (column: number): number => Math.floor(column / columns) * n + (column % columns);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < a; b++) {
      const here = rowOf(a) * width + b;
      const there = rowOf(b) * width + a;
      data[here] = data[there] = (data[here]! + data[there]!) / 2;
    }
  }
  return theta;
}

const notFinite = (): EngineFailure =>
  new EngineFailure({
    kind: 'diverged',
    sentence:
      'The kernel is not finite: values in this network go beyond what float32 holds (3.4e38).',
    action: 'Choose smaller weights (σ_w² or the constant), fewer layers or a smaller rate.',
  });
