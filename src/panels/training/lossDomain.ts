import { hull, type Interval } from '../chart/Interval.ts';
import { rangeOf, type Series } from '../chart/Series.ts';
import { niceLinear, niceLog } from '../chart/ticks.ts';
import type { TrainingArm } from './trainingArms.ts';

/** How many times its start a loss may grow before it leaves the plot. */
const mostGrowth = 30;
/** How far predictions stretch the axis below the start; networks may stretch it further. */
const predictedDecades = 1e-3;
/** What networks may stretch it to: float32 resolves nothing below. */
const allDecades = 1e-12;

/**
 * The losses that the axis shows, from all that is known of the run: every value of the networks, and of the
 * predictions what lies near the start. Undefined before the first value.
 */
export function lossDomain(arms: readonly TrainingArm[]): Interval | undefined {
  const starts = hull(arms.flatMap(({ network, start }) => [first(network), first(start)]));
  const networks = positive(hull(arms.map(({ network }) => rangeOf(network))), arms);
  const all = positive(
    hull(arms.flatMap(({ network, start, limit }) => [network, start, limit].map(rangeOf))),
    arms,
  );
  if (!all || !starts || !(starts[1] > 0)) return undefined;
  const low = Math.min(networks?.[0] ?? Infinity, Math.max(all[0], predictedDecades * starts[1]));
  const high = Math.min(all[1], mostGrowth * starts[1]);
  const nice = niceLog([Math.max(low, allDecades * high), high]);
  return nice[0] < nice[1] ? nice : [nice[0] / 10, nice[1]];
}

/** From zero to a round number above all losses within a domain as `lossDomain` has it, but for those that grow past the start. */
export function linearLosses(arms: readonly TrainingArm[], [, most]: Interval): Interval {
  const starts = hull(arms.flatMap(({ network, start }) => [first(network), first(start)]));
  const networks = hull(arms.map(({ network }) => rangeOf(network)));
  const high = Math.max(starts?.[1] ?? 0, Math.min(networks?.[1] ?? 0, 3 * (starts?.[1] ?? 0)));
  return niceLinear([0, high > 0 ? high : most]);
}

const first = ({ mean }: Series): Interval | undefined =>
  mean[0] === undefined ? undefined : [mean[0], mean[0]];

/** The interval with its low end replaced by the least positive value where it is not positive itself. */
function positive(
  interval: Interval | undefined,
  arms: readonly TrainingArm[],
): Interval | undefined {
  if (!interval || interval[0] > 0 || !(interval[1] > 0)) return interval;
  const values = arms.flatMap(({ network, start, limit }) =>
    [network, start, limit].flatMap(({ low }) => low.filter((value) => value > 0)),
  );
  return [values.reduce((least, value) => Math.min(least, value), interval[1]), interval[1]];
}
