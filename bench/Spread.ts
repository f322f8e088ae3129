import { median, quantile } from '../src/math/summary.ts';

/** Repeated measurements of one thing, in the unit of the measurements. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly repetitions: number;
}

/** The spread of measurements in any order. Throws where there are none. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: quantile(values, 0),
  lowerQuartile: quantile(values, 0.25),
  upperQuartile: quantile(values, 0.75),
  repetitions: values.length,
});
