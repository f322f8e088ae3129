import type { Initializer, MapPlace } from '../../nn/Initializer.ts';
import type { Arm, Chosen } from '../../spec/resolve.ts';

/** How an arm draws the maps at a place. */
export const initializerAt = (
  { initializer, overrides }: Arm,
  place: MapPlace,
): Chosen<Initializer> => (place === 'inner' ? undefined : overrides[place]) ?? initializer;
