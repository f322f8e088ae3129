import type { Results } from '../../spec/Results.ts';
import { cached } from '../cached.ts';
import { extentOf, hull, type Interval } from '../chart/Interval.ts';
import { largestGap } from './difference.ts';
import { limitEntries, type Entries } from './kernelPicture.ts';

/** Which two kernels the third column compares. */
export type Compared = 'moved' | 'finite';

/** The values that the one colour scale of all kernels covers: every entry of every kernel of the run so far. */
export function kernelDomain({ arms }: Results): Interval | undefined {
  return hull(
    arms.flatMap(({ networks, limit }) => [
      ...(networks[0]?.kernels ?? []).map(({ values }) => entryRange(values)),
      limit?.exists ? entryRange(limit.ntk) : undefined,
    ]),
  );
}

/** The largest difference of the run so far, to either side of zero. */
export function differenceDomain(
  { arms, data }: Results,
  compared: Compared,
): Interval | undefined {
  const gaps = arms.flatMap(({ networks, limit }) => {
    const kernels = networks[0]?.kernels ?? [];
    const [start] = kernels;
    if (!start) return [];
    if (compared === 'moved') {
      return kernels.slice(1).map(({ values }) => largestGap(values, start.values));
    }
    const entries = limitEntries(limit, Math.round(start.size / (data?.n ?? start.size)));
    return entries?.length === start.values.length ? [largestGap(start.values, entries)] : [];
  });
  const most = Math.max(0, ...gaps);
  return most > 0 ? [-most, most] : undefined;
}

const entryRange = cached((values: Entries): Interval | undefined => extentOf(values));
