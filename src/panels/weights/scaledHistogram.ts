import type { MatrixPortrait } from '../../spec/Result.ts';
import { cached } from '../cached.ts';

/** A histogram of √fan-in times the effective weights, as a density of area 1. */
export interface Density {
  /** One more than the heights. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  /** Share of the entries in each bin. */
  readonly shares: readonly number[];
  /** More than half of the entries are in one bin: no height says anything of the others. */
  readonly spike: boolean;
}

/** The entries of a matrix, scaled so that layers of different fan-in compare: of variance σ_w² where the scheme has one. */
export const scaledHistogram = cached(({ fanIn, histogram }: MatrixPortrait): Density => {
  const edges = Array.from(histogram.edges, (edge) => Math.sqrt(fanIn) * edge);
  const total = histogram.counts.reduce((sum, count) => sum + count, 0);
  const shares = Array.from(histogram.counts, (count) => (total > 0 ? count / total : 0));
  const heights = shares.map((share, k) => share / (edges[k + 1]! - edges[k]!));
  return { edges, heights, shares, spike: Math.max(0, ...shares) > 0.5 };
});

/** The value below which a share p of the entries lies, those within a bin taken as evenly spread. */
export function densityQuantile({ edges, shares }: Density, p: number): number {
  let below = 0;
  for (const [k, share] of shares.entries()) {
    if (share > 0 && below + share >= p)
      return edges[k]! + ((p - below) / share) * (edges[k + 1]! - edges[k]!);
    below += share;
  }
  return edges.at(-1) ?? NaN;
}
