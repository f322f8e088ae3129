import type { Results } from '../../spec/Results.ts';
import type { PanelOption } from '../Panel.ts';
import { placeOptions, sampleOptions } from './functionOptions.ts';
import { functionShape, hasPlaces } from './functionShape.ts';

/** The pictures that there are of these results, the first being shown unless another is chosen. */
export function functionChoices(results: Results): readonly PanelOption[] {
  if (hasPlaces(functionShape(results, []))) return placeOptions;
  return (results.data?.nTest ?? 0) > 0 ? sampleOptions : sampleOptions.slice(0, 1);
}
