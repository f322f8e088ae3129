/** A closed range of numbers, low end first. */
export type Interval = readonly [low: number, high: number];

/** The smallest interval that holds all finite numbers given; undefined where there are none. */
export function extentOf(...lists: readonly Iterable<number>[]): Interval | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const list of lists) {
    for (const value of list) {
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : undefined;
}

/** The smallest interval around all given ones. */
export function hull(intervals: readonly (Interval | undefined)[]): Interval | undefined {
  return extentOf(intervals.flatMap((interval) => interval ?? []));
}
