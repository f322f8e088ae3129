import { mean } from './summary.ts';

/** y ≈ intercept + slope·x; slopeError is the slope's standard error, NaN for two points. */
export interface LineFit {
  readonly slope: number;
  readonly intercept: number;
  readonly slopeError: number;
}

/** The least-squares line through (xs, ys). Throws unless there are at least two different xs, and a y for each. */
export function lineFit(xs: ArrayLike<number>, ys: ArrayLike<number>): LineFit {
  const n = xs.length;
  if (ys.length !== n) throw new RangeError(`${n} xs cannot pair with ${ys.length} ys`);
  if (n < 2) throw new RangeError(`A line needs two points, not ${n}`);
  const xMean = mean(xs);
  const yMean = mean(ys);
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    xx += (xs[i]! - xMean) ** 2;
    xy += (xs[i]! - xMean) * (ys[i]! - yMean);
  }
  if (xx === 0) throw new RangeError(`A line needs two different xs, all are ${xMean}`);
  const slope = xy / xx;
  let residues = 0;
  for (let i = 0; i < n; i++) residues += (ys[i]! - yMean - slope * (xs[i]! - xMean)) ** 2;
  return {
    slope,
    intercept: yMean - slope * xMean,
    slopeError: n > 2 ? Math.sqrt(residues / (n - 2) / xx) : NaN,
  };
}

/** The exponent a of the power law y ≈ c·xᵃ, fitted on log-log axes. Throws unless all numbers are positive. */
export function logLogSlope(xs: ArrayLike<number>, ys: ArrayLike<number>): number {
  return lineFit(logarithms(xs), logarithms(ys)).slope;
}

function logarithms(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => {
    if (!(value > 0)) throw new RangeError(`A log axis has no place for ${value}`);
    return Math.log(value);
  });
}
