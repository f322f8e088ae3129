import type { SignalsResult } from '../../spec/Result.ts';
import type { Series } from '../chart/Series.ts';

/** A histogram as a density: twice each edge, with the heights on both its sides; zero before the first and after the last. */
export function outline({ edges, counts }: SignalsResult['logNorm']): Series {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return seriesOfPoints([]);
  const heights = Array.from(counts, (count, k) => count / total / (edges[k + 1]! - edges[k]!));
  return seriesOfPoints(
    Array.from(edges).flatMap((edge, k): [number, number][] => [
      [edge, heights[k - 1] ?? 0],
      [edge, heights[k] ?? 0],
    ]),
  );
}

/** The predicted normal density, over four standard deviations on either side; empty where there is none, or no spread. */
export function predictedDensity({ predicted }: SignalsResult['logNorm']): Series {
  if (!predicted || !(predicted.variance > 0) || !Number.isFinite(predicted.mean))
    return seriesOfPoints([]);
  const { mean, variance } = predicted;
  const deviation = Math.sqrt(variance);
  return seriesOfPoints(
    Array.from({ length: 65 }, (_, k): [number, number] => {
      const z = -4 + k / 8;
      return [mean + deviation * z, Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI * variance)];
    }),
  );
}

function seriesOfPoints(points: readonly (readonly [x: number, y: number])[]): Series {
  const mean = points.map(([, y]) => y);
  return { x: points.map(([x]) => x), mean, low: mean, high: mean, count: 1 };
}
