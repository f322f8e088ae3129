import type { Entries } from './kernelPicture.ts';

/** About this many entries tell the quantiles of a million. */
const enough = 8192;

/** Finite entries of a square matrix away from its diagonal: all of them, or an even sample if they are many. */
export function someEntries(values: Entries): Float64Array {
  const size = Math.round(Math.sqrt(values.length));
  const about = Math.max(1, Math.floor(values.length / enough));
  // A stride that shares a factor with the size would see some columns only.
  const stride = [about, about + 1, about + 2, about + 3].find((k) => coprime(k, size)) ?? 1;
  const some: number[] = [];
  for (let k = 0; k < values.length; k += stride) {
    const value = values[k]!;
    if (k % (size + 1) !== 0 && Number.isFinite(value)) some.push(value);
  }
  return Float64Array.from(some);
}

const coprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : coprime(b, a % b));
