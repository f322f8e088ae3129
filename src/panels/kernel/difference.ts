import { quantile } from '../../math/summary.ts';
import { cachedPair } from '../cached.ts';
import type { Entries } from './kernelPicture.ts';
import { someEntries } from './someEntries.ts';

/** a − b entry by entry; expects equally many. */
export function difference(a: Entries, b: Entries): Float64Array {
  const result = new Float64Array(a.length);
  for (let k = 0; k < result.length; k++) result[k] = a[k]! - b[k]!;
  return result;
}

/** ‖a − b‖_F / ‖b‖_F. */
export const distance = cachedPair((a: Entries, b: Entries): number => {
  let apart = 0;
  let size = 0;
  for (let k = 0; k < a.length; k++) {
    apart += (a[k]! - b[k]!) ** 2;
    size += b[k]! ** 2;
  }
  return Math.sqrt(apart / size);
});

/** What |a − b| exceeds in one entry of a hundred, the diagonal aside; 0 where no entry is finite. */
export const usualGap = cachedPair((a: Entries, b: Entries): number => {
  const gaps = someEntries(difference(a, b)).map(Math.abs);
  return gaps.length === 0 ? 0 : quantile(gaps, 0.99);
});
