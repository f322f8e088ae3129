import { quantile } from './summary.ts';

/** How many values lie between neighbouring edges; of those on an edge, the ones above it count, and at the last edge both. */
export interface Histogram {
  /** Ascending, one more than counts. */
  readonly edges: Float64Array;
  readonly counts: Float64Array;
}

const mostBins = 61;
const enoughForQuantiles = 100_000;
const outside = 0.001;

/**
 * A histogram with bins of width 2·IQR·n^(−1/3) (Freedman & Diaconis, 1981), an odd number of them and 61 at most, over the
 * whole range; where tails stretch that to more than twice the central 99.8 %, over those alone, and the outermost bins count
 * what lies beyond. Equal values fill a single bin. Throws where there are no values or one is not finite.
 */
export function histogram(values: Float64Array): Histogram {
  const { low, high, width } = binning(values);
  if (low === high) {
    const half = low === 0 ? 0.5 : Math.abs(low) / 2;
    return {
      edges: Float64Array.of(low - half, low + half),
      counts: Float64Array.of(values.length),
    };
  }
  const wanted = width > 0 ? Math.ceil(Math.min(mostBins, (high - low) / width)) : mostBins;
  const bins = wanted % 2 === 0 ? wanted + 1 : wanted;
  const counts = new Float64Array(bins);
  const perUnit = bins / (high - low);
  for (const value of values)
    counts[Math.max(0, Math.min(bins - 1, Math.floor((value - low) * perUnit)))]!++;
  const edges = Float64Array.from({ length: bins + 1 }, (_, k) => low + (k / bins) * (high - low));
  edges[bins] = high;
  return { edges, counts };
}

/** The range to show and the width of a bin, 0 where the middle half of all values is the same. */
function binning(values: Float64Array): { low: number; high: number; width: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`There is no histogram of ${value}`);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  // Of very many, evenly picked ones tell the quantiles as well.
  const stride = Math.max(1, Math.floor(values.length / enoughForQuantiles)) | 1;
  const some = values.filter((_, at) => at % stride === 0).sort();
  const at = (p: number): number => quantile(some, p);
  const [low, high] = [at(outside), at(1 - outside)];
  const width = 2 * (at(0.75) - at(0.25)) * values.length ** (-1 / 3);
  const stretched = high > low && most - least > 2 * (high - low);
  return stretched ? { low, high, width } : { low: least, high: most, width };
}
