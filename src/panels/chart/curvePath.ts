import { area, line } from 'd3-shape';
import type { Scale } from './Scale.ts';
import type { Run, Series } from './Series.ts';

/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a series' means lie in pixels, values far beyond the plot held near it; at most four points per pixel of width. */
export function curvePoints(series: Series, x: Scale, y: Scale): readonly Point[] {
  return thinned(
    series.x.map((value, k) => ({ x: x.at(value), y: held(y, series.mean[k]!) })),
  ).filter((point) => Number.isFinite(point.x) && Number.isFinite(point.y));
}

/** SVG path through points. */
export function curvePath(points: readonly Point[]): string {
  return (
    line<Point>(
      (point) => point.x,
      (point) => point.y,
    ).digits(1)(points) ?? ''
  );
}

/** SVG path of single runs, one after the other; the more there are, the fewer points each has. */
export const runsPath = (runs: readonly Run[], x: Scale, y: Scale): string =>
  runs
    .map(({ x: xs, values }) => {
      const points = Array.from(xs, (value, k) => ({ x: x.at(value), y: held(y, values[k]!) }));
      const finite = points.filter((point) => Number.isFinite(point.x) && !Number.isNaN(point.y));
      return curvePath(thinned(finite, Math.max(1, runs.length / 8)));
    })
    .join('');

/** SVG path of a series' band, or of all between its least and greatest values; empty for a single network. */
export function bandPath(series: Series, x: Scale, y: Scale): string {
  if (series.count < 2) return '';
  const { low, high } = series.band ?? series;
  const every = Math.max(1, Math.floor(series.x.length / (2 * (x.range[1] - x.range[0]))));
  const places = Array.from(series.x.keys()).filter(
    (k) => (k % every === 0 || k === series.x.length - 1) && Number.isFinite(x.at(series.x[k]!)),
  );
  return (
    area<number>()
      .x((k) => x.at(series.x[k]!))
      .y0((k) => held(y, low[k]!))
      .y1((k) => held(y, high[k]!))
      .digits(1)(places) ?? ''
  );
}

/** Pixel of a value, not more than a plot's height outside; what a log axis cannot show lies below. */
function held(y: Scale, value: number): number {
  const [bottom, top] = y.range;
  const height = bottom - top;
  const pixel = y.kind === 'log' && value <= 0 ? Infinity : y.at(value);
  return Math.min(bottom + height, Math.max(top - height, pixel));
}

/** First, lowest, highest and last point of every column of a pixel, which draw the same picture as all of them. */
function thinned(points: readonly Point[], column = 1): readonly Point[] {
  const kept: Point[] = [];
  for (let start = 0; start < points.length;) {
    const place = Math.floor(points[start]!.x / column);
    let end = start + 1;
    while (end < points.length && Math.floor(points[end]!.x / column) === place) end++;
    if (end - start <= 4) {
      kept.push(...points.slice(start, end));
    } else {
      let low = start;
      let high = start;
      for (let k = start; k < end; k++) {
        if (points[k]!.y < points[low]!.y) low = k;
        if (points[k]!.y > points[high]!.y) high = k;
      }
      const order = [...new Set([start, Math.min(low, high), Math.max(low, high), end - 1])];
      kept.push(...order.map((k) => points[k]!));
    }
    start = end;
  }
  return kept;
}
