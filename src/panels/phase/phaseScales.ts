import { plotArea } from '../chart/plotArea.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { biasScale } from './biasScale.ts';
import type { PhaseExtent } from './phaseField.ts';
import type { PhasePlace } from './phaseArms.ts';

/** The axes of the plane: σ_w² along x, the fourth root of σ_b² along y. */
export interface PhaseScales {
  readonly x: Scale;
  readonly y: Scale;
}

/** The axes in a plot of this size, with room for a colour bar on the right and for words above. */
export function phaseScales(
  size: { readonly width: number; readonly height: number },
  unit: number,
  extent: PhaseExtent,
): PhaseScales {
  const { left, right, top, bottom, mostX } = plotArea(size, unit, 0.9);
  const end = Math.max(left + 1, right - 4.2 * unit);
  return {
    x: scaleOf('linear', [0, extent.sw2], [left, end], { most: mostX }),
    y: biasScale(extent.sb2, [bottom, top], 1.35 * unit),
  };
}

/** The part of the plane that holds these places: up to 4 and 1, and further only where it must. */
export function extentOfPlaces(places: readonly PhasePlace[]): PhaseExtent {
  const reach = (values: readonly number[], ends: readonly number[]): number =>
    ends.find((end) => values.every((value) => value <= end)) ?? ends.at(-1)!;
  return {
    sw2: reach(
      places.map(({ sw2 }) => sw2),
      [4, 8, 16, 32, 64, 100],
    ),
    sb2: reach(
      places.map(({ sb2 }) => sb2),
      [1, 10, 100],
    ),
  };
}
