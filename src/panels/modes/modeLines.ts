import { extentOf, type Interval } from '../chart/Interval.ts';
import type { Series } from '../chart/Series.ts';
import { niceLog } from '../chart/ticks.ts';
import { modeSeries, ranksShown, type ModesArm } from './modesArms.ts';

/** One mode of an arm over steps. */
export interface ModeLine {
  readonly rank: number;
  readonly measured: Series;
  readonly predicted: Series;
}

/** A handful of modes of an arm. */
export const modeLines = (arm: ModesArm, every: 1 | 2): readonly ModeLine[] =>
  ranksShown(arm.count, every).map((rank) => ({
    rank,
    measured: modeSeries(arm, rank - 1, 'measured'),
    predicted: modeSeries(arm, rank - 1, 'predicted'),
  }));

/** Below this share of the largest value, residuals are not shown: predictions fall on without end, networks into noise. */
const decades = 1e-5;

/** The shares of the residual that a logarithmic axis shows; undefined where none is positive. */
export function shareDomain(lists: readonly ArrayLike<number>[]): Interval | undefined {
  const all = extentOf(...lists.map((list) => Array.from(list).filter((value) => value > 0)));
  if (!all) return undefined;
  // Growth beyond all bounds leaves the plot.
  const high = Math.min(all[1], 10);
  const [low, top] = niceLog([Math.max(all[0], decades * high), high]);
  return low < top ? [low, top] : [top / 10, top];
}
