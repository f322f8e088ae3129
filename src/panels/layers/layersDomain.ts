import { quantile } from '../../math/summary.ts';
import type { Results } from '../../spec/Results.ts';
import { cached } from '../cached.ts';
import { hull, type Interval } from '../chart/Interval.ts';
import type { LayerPart } from './layersArms.ts';
import { layersArms } from './layersArms.ts';

/**
 * The values that the colour scale of all layers covers: all entries off the diagonals but the outermost hundredth, and zero,
 * which is what a layer that does not train adds.
 */
export function layersDomain(results: Results): Interval | undefined {
  const range = hull(layersArms(results).flatMap(({ parts = [] }) => parts.map(entryRange)));
  return range && [Math.min(0, range[0]), Math.max(0, range[1])];
}

const entryRange = cached(({ values, size }: LayerPart): Interval | undefined => {
  const some = values.filter((value, k) => Number.isFinite(value) && k % (size + 1) !== 0);
  const entries = some.length > 0 ? some : values.filter(Number.isFinite);
  return entries.length === 0 ? undefined : [quantile(entries, 0.01), quantile(entries, 0.99)];
});
