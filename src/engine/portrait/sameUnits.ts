import type { Matrix } from '../../math/matrix.ts';
import { matrixOps } from '../../nn/matrixOps.ts';
import { isActive, type SignalProbe } from '../../nn/networkSignals.ts';
import { replay } from '../../nn/replay.ts';
import type { SignalsResult } from '../../spec/Result.ts';

/**
 * Shares of units of a network that equal an earlier unit of their layer on all samples x, and of those that are active for none
 * of them; NaN where there are no units (the input) and no activation. A channel is one unit with many positions.
 */
export function sameUnits(
  { trace: { steps, activations }, places, nonlinearity, x }: SignalProbe,
  parameters: readonly Matrix[],
): Pick<SignalsResult, 'identical' | 'dead'> {
  const values = Array.from(replay(matrixOps, steps, parameters, x), ({ value }) => value);
  return {
    identical: Float64Array.from(places, (at) => (at === 0 ? NaN : identicalShare(values[at]!))),
    dead: Float64Array.from(places, (at, index) => {
      const before = places[index - 1] ?? -1;
      const last = activations.findLast(({ output }) => output > before && output <= at);
      if (!last) return NaN;
      const z = values[last.input]!;
      return deadShare(isActive(z, nonlinearity), z.cols);
    }),
  };
}

/** Columns that are equal have equal weighted sums, so that few need to be compared. */
function identicalShare({ rows, cols, data }: Matrix): number {
  const bySum = new Map<number, number[]>();
  const same = (a: number, b: number): boolean => {
    for (let row = 0; row < rows; row++)
      if (data[row * cols + a] !== data[row * cols + b]) return false;
    return true;
  };
  let repeated = 0;
  for (let unit = 0; unit < cols; unit++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += (row + 1) * data[row * cols + unit]!;
    const alike = bySum.get(sum) ?? [];
    if (alike.some((earlier) => same(earlier, unit))) repeated++;
    else bySum.set(sum, [...alike, unit]);
  }
  return repeated / cols;
}

function deadShare(active: Uint8Array, units: number): number {
  const alive = new Uint8Array(units);
  active.forEach((is, at) => (alive[at % units]! |= is));
  return alive.filter((is) => is === 0).length / units;
}
