import type { JacobianStage } from '../../spec/Result.ts';
import type { Interval } from '../chart/Interval.ts';

/** The shares of singular values in equal steps of their logarithm, and what is left of the axis. */
export interface SingularBins {
  readonly edges: readonly number[];
  readonly shares: readonly number[];
  /** Share of those below the axis: zero, or nearly. */
  readonly below: number;
}

/** Counts singular values in `count` bins between the ends of a logarithmic axis. */
export function jacobianBins(
  { singular }: JacobianStage,
  [low, high]: Interval,
  count: number,
): SingularBins {
  const width = Math.log(high / low) / count;
  const edges = Array.from({ length: count + 1 }, (_, k) => low * Math.exp(k * width));
  const shares = new Array<number>(count).fill(0);
  let below = 0;
  for (const s of singular) {
    if (!(s >= low)) below += 1 / singular.length;
    // The largest may be the end of the axis itself.
    else shares[Math.min(count - 1, Math.floor(Math.log(s / low) / width))]! += 1 / singular.length;
  }
  return { edges, shares, below };
}
