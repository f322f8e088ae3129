import { hull, type Interval } from './Interval.ts';
import { rangeOf, type Series } from './Series.ts';

/** How far beyond the others an arm that failed may stretch an axis before its curve leaves the plot. */
const mostStretch = 2;

/** What an axis is to show of arms: all that goes on, and of those that failed no more than leaves room for the others. */
export function rangeOfArms<Arm extends { readonly failure: string | undefined }>(
  arms: readonly Arm[],
  seriesOf: (arm: Arm) => Series,
): Interval | undefined {
  const range = (some: readonly Arm[]): Interval | undefined =>
    hull(some.map((arm) => rangeOf(seriesOf(arm))));
  const all = range(arms);
  const sound = range(arms.filter(({ failure }) => failure === undefined));
  // Arms whose only value so far is that of the start hold nothing to compare with.
  if (!all || !sound || !(sound[1] > 0)) return all;
  return [all[0], Math.min(all[1], mostStretch * sound[1])];
}
