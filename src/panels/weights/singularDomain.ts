import type { MatrixPortrait } from '../../spec/Result.ts';
import { extentOf, type Interval } from '../chart/Interval.ts';
import { niceLog } from '../chart/ticks.ts';
import type { WeightsCell } from './weightsArms.ts';

/** Singular values this far below the largest of all are not worth the height that they would take. */
const depth = 1e-3;

/** The singular values that are not zero up to rounding. */
export const nonzero = ({ singular, rank }: MatrixPortrait): readonly number[] =>
  Array.from(singular?.subarray(0, rank) ?? []);

/** The singular values that the vertical axis shows; undefined where there are none. */
export function singularDomain(cells: readonly WeightsCell[]): Interval | undefined {
  const range = extentOf(
    cells.flatMap(({ drawn }) =>
      drawn.flatMap(({ matrix }) => nonzero(matrix).filter((s) => s > 0)),
    ),
  );
  if (!range) return undefined;
  const [low, high] = niceLog([Math.max(range[0], depth * range[1]), range[1]]);
  return low < high ? [low, high] : [low / 3, high * 3];
}
