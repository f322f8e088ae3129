import type { FunctionGrid } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { sharedValues } from '../../spec/values.ts';
import { gridOf, type FunctionArm } from './functionArms.ts';

/** How a function can be looked at: over what its inputs are, image by image, or sample by sample. */
export type FunctionShape = FunctionGrid['shape'] | 'images' | 'samples';

/** What the functions of these results are over, by what is known of them so far. */
export function functionShape(results: Results, arms: readonly FunctionArm[]): FunctionShape {
  const known = gridOf(arms)?.shape;
  if (known) return known;
  const { data, experiment } = results;
  if (data?.images) return 'images';
  const shared = sharedValues(experiment);
  if (shared.data === 'sequences') return 'samples';
  if (data) {
    if (data.order.includes('angle')) return 'circle';
    if (data.inputs === 1 || (data.position && data.inputs <= 2)) return 'line';
    return data.inputs === 2 ? 'plane' : 'samples';
  }
  // Before the data, as far as settings tell.
  if (shared.data === 'circle' || shared['data.embed'] === 'circle') return 'circle';
  return shared.data === 'moons' ? 'plane' : shared.data === 'digits' ? 'images' : 'line';
}

/** Whether functions are looked at on a line, a circle or a plane, and not only at the samples. */
export const hasPlaces = (shape: FunctionShape): shape is FunctionGrid['shape'] =>
  shape !== 'images' && shape !== 'samples';
