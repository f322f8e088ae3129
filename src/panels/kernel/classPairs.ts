import type { DataResult } from '../../spec/Result.ts';
import type { Entries } from './kernelPicture.ts';

/** A named set of entries of an n×n kernel. */
export interface EntrySet {
  readonly name: string;
  readonly holds: (i: number, j: number) => boolean;
}

/** Each sample with itself, then each class with itself and with every other; without classes all pairs at once. */
export function classPairs(data: DataResult | undefined, n: number): readonly EntrySet[] {
  const { labels, classes } = data ?? {};
  const itself: EntrySet = { name: 'each with itself', holds: (i, j) => i === j };
  if (!labels || !classes || labels.length !== n) {
    return [itself, { name: 'all others', holds: (i, j) => i !== j }];
  }
  const pairs = classes.flatMap((first, a) =>
    classes.slice(a).map((second, k): EntrySet => ({
      name: k === 0 ? `${first} with other ${first}` : `${first} with ${second}`,
      // The kernel is symmetric, so one order of the two classes is enough.
      holds: (i, j) => i !== j && labels[i] === a && labels[j] === a + k,
    })),
  );
  return [itself, ...pairs];
}

/** Mean, least and greatest of some entries, over the diagonal blocks of a full kernel; NaN where there are none. */
export function summaryOf(
  entries: Entries,
  n: number,
  { holds }: EntrySet,
): { readonly mean: number; readonly low: number; readonly high: number } {
  const size = Math.round(Math.sqrt(entries.length));
  let count = 0;
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let block = 0; block + n <= size && n > 0; block += n) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (!holds(i, j)) continue;
        const value = entries[(block + i) * size + block + j]!;
        count++;
        sum += value;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  return count === 0 ? { mean: NaN, low: NaN, high: NaN } : { mean: sum / count, low, high };
}
