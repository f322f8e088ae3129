import type { Series } from './Series.ts';

/**
 * The means of a series that holds each value until one of `jumps`, with the corners that it has there: between two values that differ
 * the first is held up to the first jump after it.
 */
export function withJumps(series: Series, jumps: readonly number[] = []): Series {
  if (jumps.length === 0) return series;
  const corners = series.x.flatMap((from, k) => {
    const [to, value, next] = [series.x[k + 1], series.mean[k]!, series.mean[k + 1]];
    const jump = jumps.find((step) => step > from && to !== undefined && step <= to);
    const corner =
      jump === undefined || next === undefined || next === value
        ? []
        : [
            { x: jump, mean: value },
            { x: jump, mean: next },
          ];
    return [{ x: from, mean: value }, ...corner];
  });
  const mean = corners.map((corner) => corner.mean);
  return { ...series, x: corners.map(({ x }) => x), mean, low: mean, high: mean };
}
