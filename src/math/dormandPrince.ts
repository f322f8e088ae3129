/** An integration on its way. */
export interface Integration {
  /** Goes on to time `to`, which is not before the present one. */
  readonly advance: (to: number) => void;
  readonly state: () => Float64Array;
}

/**
 * Integrates the autonomous ẏ = f(y) from y(0) = start by the embedded Runge–Kutta pair of orders 5 and 4 of Dormand & Prince
 * (1980), with steps of its own choice: the largest error of a step is at most `tolerance`, times the largest |y| where that is
 * above 1. Ends where y is no longer finite.
 */
export function dormandPrince(
  f: (y: Float64Array) => Float64Array,
  start: Float64Array,
  tolerance: number,
): Integration {
  let y = start;
  let slope = f(y);
  let time = 0;
  let step = 0.01 / Math.max(1e-300, largest(slope));
  return {
    state: () => y,
    advance: (to) => {
      while (time < to) {
        const h = Math.min(step, to - time);
        const slopes = [slope];
        for (const row of stages) slopes.push(f(moved(y, slopes, row, h)));
        // The last stage stands at the end of the step, so that its slope is the next one's first.
        const next = moved(y, slopes, stages.at(-1)!, h);
        const error =
          largest(moved(new Float64Array(y.length), slopes, difference, h)) /
          (tolerance * Math.max(1, largest(y)));
        if (!next.every(Number.isFinite) && h <= 1e-12 * Math.max(1, time)) return;
        if (error <= 1) {
          time = h === to - time ? to : time + h;
          y = next;
          slope = slopes.at(-1)!;
        }
        const factor = Number.isFinite(error)
          ? Math.min(5, Math.max(0.2, 0.9 * error ** -0.2))
          : 0.2;
        // A step cut short by `to` says little of how long the next may be.
        step = error <= 1 && h < step ? Math.max(step, h * factor) : h * factor;
      }
    },
  };
}

function moved(
  y: Float64Array,
  slopes: readonly Float64Array[],
  weights: readonly number[],
  h: number,
): Float64Array {
  const result = y.slice();
  weights.forEach((weight, stage) => {
    if (weight === 0) return;
    const slope = slopes[stage]!;
    for (let p = 0; p < result.length; p++) result[p]! += h * weight * slope[p]!;
  });
  return result;
}

/** The largest |y|; infinite where any is not a number. */
const largest = (y: Float64Array): number =>
  y.reduce((most, value) => (Math.abs(value) <= most ? most : Math.abs(value) || Infinity), 0);

/** The rows of the pair's table after the first; the last are the weights of order 5. */
const stages: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];

/** Weights of order 5 less those of order 4. */
const difference: readonly number[] = [
  71 / 57600,
  0,
  -71 / 16695,
  71 / 1920,
  -17253 / 339200,
  22 / 525,
  -1 / 40,
];
