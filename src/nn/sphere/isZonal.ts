import type { Layer } from '../Layer.ts';
import { trace } from '../trace.ts';

/**
 * Whether the infinite-width kernels of a network on d inputs depend on |x|, |x'| and x·x' alone: so they do where every map
 * sees all numbers of a sample alike, and not where positions or steps are told apart.
 */
export const isZonal = (layer: Layer, inputs: number): boolean =>
  trace(layer, inputs).every(({ op }) => !ofPlaces.includes(op));

/** Operations that know where a number stands. */
const ofPlaces: readonly string[] = [
  'regroup',
  'patches',
  'average',
  'columns',
  'join',
  'weighRows',
];
