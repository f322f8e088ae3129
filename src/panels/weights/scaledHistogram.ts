import type { MatrixPortrait } from '../../spec/Result.ts';
import { cached } from '../cached.ts';

/** A histogram of √fan-in times the effective weights, as a density of area 1. */
export interface Density {
  /** One more than the heights. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  /** Share of the entries in each bin. */
  readonly shares: readonly number[];
  /** The value of all entries, where there is only one. */
  readonly single: number | undefined;
  /** More than half of the entries are in one bin: no height says anything of the others. */
  readonly spike: boolean;
}

/** The entries of a matrix, scaled so that layers of different fan-in compare: of variance σ_w² where the scheme has one. */
export const scaledHistogram = cached(({ fanIn, histogram }: MatrixPortrait): Density => {
  const edges = Array.from(histogram.edges, (edge) => Math.sqrt(fanIn) * edge);
  const total = histogram.counts.reduce((sum, count) => sum + count, 0);
  const shares = Array.from(histogram.counts, (count) => (total > 0 ? count / total : 0));
  const heights = shares.map((share, k) => share / (edges[k + 1]! - edges[k]!));
  const [low = 0, high = 0] = edges;
  const single = shares.length === 1 ? (low + high) / 2 : undefined;
  return { edges, heights, shares, single, spike: Math.max(0, ...shares) > 0.5 };
});

/** The value below which a share p of the entries lies, those within a bin taken as evenly spread. */
export function densityQuantile({ edges, shares, single }: Density, p: number): number {
  if (single !== undefined) return single;
  let below = 0;
  for (const [k, share] of shares.entries()) {
    if (share > 0 && below + share >= p)
      return edges[k]! + ((p - below) / share) * (edges[k + 1]! - edges[k]!);
    below += share;
  }
  return edges.at(-1) ?? NaN;
}
