import type { Results } from '../../spec/Results.ts';
import { quantile } from '../../math/summary.ts';
import { cached } from '../cached.ts';
import { extentOf, hull, type Interval } from '../chart/Interval.ts';
import { usualGap } from './difference.ts';
import { limitEntries, type Entries } from './kernelPicture.ts';
import { someEntries } from './someEntries.ts';

/** Which two kernels the third column compares. */
export type Compared = 'moved' | 'finite';

/**
 * The values that the one colour scale of all kernels covers, for every kernel of the run so far. The diagonal, which stands
 * far above the rest, and the outermost hundredth of the rest may lie beyond and take the colours of the ends.
 */
export function kernelDomain({ arms }: Results): Interval | undefined {
  return hull(
    arms.flatMap(({ networks, limit }) => [
      ...(networks[0]?.kernels ?? []).map(({ values }) => entryRange(values)),
      limit?.exists ? entryRange(limit.ntk) : undefined,
    ]),
  );
}

/** The differences that their colour scale covers for the run so far, as far below zero as above; measured as kernels are. */
export function differenceDomain(
  { arms, data }: Results,
  compared: Compared,
): Interval | undefined {
  const gaps = arms.flatMap(({ networks, limit }) => {
    const kernels = networks[0]?.kernels ?? [];
    const [start] = kernels;
    if (!start) return [];
    if (compared === 'moved') {
      return kernels.slice(1).map(({ values }) => usualGap(values, start.values));
    }
    const entries = limitEntries(limit, Math.round(start.size / (data?.n ?? start.size)));
    return entries?.length === start.values.length ? [usualGap(start.values, entries)] : [];
  });
  const most = Math.max(0, ...gaps);
  return most > 0 ? [-most, most] : undefined;
}

const entryRange = cached((values: Entries): Interval | undefined => {
  const size = Math.round(Math.sqrt(values.length));
  if (size < 8) return extentOf(values);
  const some = someEntries(values);
  return some.length === 0 ? undefined : [quantile(some, 0.01), quantile(some, 0.99)];
});
