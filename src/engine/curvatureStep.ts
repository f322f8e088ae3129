import type { MapFacts } from '../nn/trace.ts';

/**
 * How far to go along a unit direction for a central difference in float32: so far that pre-activations move by about `share` of
 * their size, whatever the parameterization. An entry of W that moves by 1/(weightScale·√fan-in) moves them by about that.
 */
export const curvatureStep = (
  maps: readonly (Pick<MapFacts, 'weightScale'> & { readonly fanIn: number })[],
): number =>
  Math.min(...maps.map(({ weightScale, fanIn }) => share / (weightScale * Math.sqrt(fanIn))));

const share = 0.03;
