import type { DataResult } from '../../spec/Result.ts';
import type { SamplePair } from '../Panel.ts';
import type { ArmKernels, Entries } from './kernelPicture.ts';
import { limitEntries } from './kernelPicture.ts';

/** The pair that is read out before anyone points: a sample of the first class and one of the last, or two far apart. */
export function defaultPair(data: DataResult | undefined, n: number): SamplePair | undefined {
  if (n < 1) return undefined;
  const labels = data?.labels;
  if (!labels) return { i: Math.floor(n / 4), j: Math.floor((2 * n) / 3) };
  const last = Math.max(...labels);
  const of = (label: number): readonly number[] =>
    Array.from(labels.keys()).filter((k) => labels[k] === label);
  const first = of(Math.min(...labels));
  const second = of(last);
  return {
    i: first[Math.floor(first.length / 5)] ?? 0,
    j: second[Math.floor(second.length / 3)] ?? 0,
  };
}

/** A pair kept within the samples there are. */
export const clampedPair = ({ i, j }: SamplePair, n: number): SamplePair => ({
  i: Math.max(0, Math.min(n - 1, i)),
  j: Math.max(0, Math.min(n - 1, j)),
});

/** The value of a kernel at a pair: of a full one the mean over its K diagonal blocks. */
export function valueAt(entries: Entries | undefined, n: number, { i, j }: SamplePair): number {
  if (!entries || n === 0) return NaN;
  const size = Math.round(Math.sqrt(entries.length));
  const blocks = Math.round(size / n);
  let sum = 0;
  for (let k = 0; k < blocks; k++) sum += entries[(k * n + i) * size + k * n + j] ?? NaN;
  return sum / blocks;
}

/** An arm's values at a pair. */
export function pairValues(
  { start, shown, limit }: ArmKernels,
  n: number,
  pair: SamplePair,
): { readonly start: number; readonly shown: number; readonly limit: number } {
  return {
    start: valueAt(start?.values, n, pair),
    shown: valueAt(shown?.values, n, pair),
    limit: valueAt(limitEntries(limit, 1), n, pair),
  };
}
