import { quantile } from '../../math/summary.ts';
import { extentOf, type Interval } from './Interval.ts';

/** Values over growing x, with the range that they are the mean of. Arrays are equally long. */
export interface Series {
  readonly x: readonly number[];
  readonly mean: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Where a band is narrower than the range. */
  readonly band?: Band;
  /** How many networks are in it. */
  readonly count: number;
}

/** The lower and the upper edge of a band around means. */
export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** One network's values over growing x. */
export interface Run {
  readonly x: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** No values. */
export const emptySeries: Series = { x: [], mean: [], low: [], high: [], count: 0 };

/**
 * Mean, least and greatest value at every x at which all runs have a finite one; with `share` 0.1 also the band of the 10 and
 * 90 % quantiles.
 */
export function overRuns(runs: readonly Run[], share?: number): Series {
  const [first, ...others] = runs;
  if (!first) return emptySeries;
  const places = others.map(() => 0);
  const series = {
    x: [] as number[],
    mean: [] as number[],
    low: [] as number[],
    high: [] as number[],
  };
  const band = { low: [] as number[], high: [] as number[] };
  for (let k = 0; k < first.x.length; k++) {
    const x = first.x[k]!;
    const values = [first.values[k]!];
    others.forEach((run, r) => {
      let place = places[r]!;
      while (place < run.x.length && run.x[place]! < x) place++;
      places[r] = place;
      if (run.x[place] === x) values.push(run.values[place]!);
    });
    const range = extentOf(values);
    if (values.length < runs.length || !range || !values.every(Number.isFinite)) continue;
    series.x.push(x);
    series.mean.push(values.reduce((sum, value) => sum + value, 0) / values.length);
    series.low.push(range[0]);
    series.high.push(range[1]);
    if (share === undefined || others.length === 0) continue;
    band.low.push(quantile(values, share));
    band.high.push(quantile(values, 1 - share));
  }
  return { ...series, count: runs.length, ...(band.low.length > 0 && { band }) };
}

/** The index of the last x at or before a value; −1 where there is none. */
export function placeAt({ x }: Pick<Series, 'x'>, value: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The range of all values of a series, bands included. */
export function rangeOf(series: Series): Interval | undefined {
  return extentOf(series.low, series.high);
}
