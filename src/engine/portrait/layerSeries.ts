import { mean, quantile, standardError } from '../../math/summary.ts';
import type { LayerSeries } from '../../spec/Result.ts';

/**
 * A quantity at several places of many networks, one array of places for each network, with what is predicted of its mean where
 * anything is.
 */
export function layerSeries(draws: readonly Float64Array[], theory?: Float64Array): LayerSeries {
  const places = draws[0]?.length ?? 0;
  const each = (measure: (values: Float64Array) => number): Float64Array =>
    Float64Array.from({ length: places }, (_, place) =>
      measure(Float64Array.from(draws, (values) => values[place]!)),
    );
  return {
    mean: each(mean),
    low: each((values) => quantile(values, 0.1)),
    high: each((values) => quantile(values, 0.9)),
    error: each(standardError),
    ...(theory?.some((value) => !Number.isNaN(value)) && { theory }),
  };
}
