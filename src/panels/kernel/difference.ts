import { cachedPair } from '../cached.ts';
import type { Entries } from './kernelPicture.ts';

/** a − b entry by entry; expects equally many. */
export const difference = cachedPair((a: Entries, b: Entries): Float64Array => {
  const result = new Float64Array(a.length);
  for (let k = 0; k < result.length; k++) result[k] = a[k]! - b[k]!;
  return result;
});

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

/** The largest |a − b| of any entry; 0 where none is finite. */
export const largestGap = cachedPair((a: Entries, b: Entries): number => {
  let most = 0;
  for (let k = 0; k < a.length; k++) {
    const gap = Math.abs(a[k]! - b[k]!);
    if (gap > most && gap < Infinity) most = gap;
  }
  return most;
});
