import { quantile } from '../../math/summary.ts';
import type { Series } from '../chart/Series.ts';

/** Mean and 10–90 % band of several networks' values at the same places, those that are not finite left out; one network has no band. */
export function networkSeries(x: readonly number[], runs: readonly ArrayLike<number>[]): Series {
  const at = x.map((_, k) => runs.map((run) => run[k] ?? NaN).filter(Number.isFinite));
  const over = (measure: (values: readonly number[]) => number): readonly number[] =>
    at.map((values) => (values.length === 0 ? NaN : measure(values)));
  return {
    x,
    mean: over((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    low: over((values) => quantile(values, 0.1)),
    high: over((values) => quantile(values, 0.9)),
    count: runs.length,
  };
}
