import { depthScale } from '../../nn/depthScale.ts';
import { fixedPoint, type MeanField } from '../../nn/meanField.ts';
import type { Interval } from '../chart/Interval.ts';
import type { PhasePlane } from './planeOf.ts';
import { biasAt } from './biasScale.ts';

/** The part of the plane that is drawn: from 0 to these. */
export interface PhaseExtent {
  readonly sw2: number;
  readonly sb2: number;
}

/** How finely a field is known. */
export interface PhaseGrid {
  readonly rows: number;
  readonly columns: number;
}

/** χ₁ and q* at the middles of the cells of a grid, from the top row down. */
export interface PhaseFields extends PhaseGrid {
  readonly slopes: Float64Array;
  readonly variances: Float64Array;
}

const known = new Map<string, PhaseFields>();

/** The fields of a plane, computed once for each extent and grid; a few dozen are kept. */
export function phaseFields(plane: PhasePlane, extent: PhaseExtent, grid: PhaseGrid): PhaseFields {
  const key = JSON.stringify([plane.key, extent, grid]);
  const found = known.get(key);
  if (found) return found;
  const { rows, columns } = grid;
  const slopes = new Float64Array(rows * columns);
  const variances = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const sb2 = biasAt(1 - (i + 0.5) / rows, extent.sb2);
    for (let j = 0; j < columns; j++) {
      const sw2 = (extent.sw2 * (j + 0.5)) / columns;
      const { slope, variance } = fixedPoint(plane.mean, sw2, sb2, 1e-6);
      slopes[i * columns + j] = slope;
      variances[i * columns + j] = variance;
    }
  }
  if (known.size >= mostKept) known.clear();
  const fields = { ...grid, slopes, variances };
  known.set(key, fields);
  return fields;
}

const mostKept = 40;

/** What can be drawn of the plane. */
export type PhaseOption = 'chi' | 'xi' | 'q';

/** How an option is coloured: its value at a fixed point as the colour bar counts it (NaN for none), and from where to where. */
export interface PhaseColours {
  readonly domain: Interval;
  readonly of: (field: MeanField) => number;
  /** The bar counts decades. */
  readonly decades: boolean;
}

/** Colours of the three fields: χ₁ about 1, and ξ and q* by their decimal logarithms. */
export const phaseColours: Readonly<Record<PhaseOption, PhaseColours>> = {
  chi: { domain: [0, 2], of: ({ slope }) => slope, decades: false },
  xi: { domain: [0, 3], of: (field) => Math.log10(depthScale(field)), decades: true },
  q: {
    domain: [-3, 1],
    // Clear where it grows without bound.
    of: ({ variance }) => (variance === Infinity ? NaN : Math.log10(variance)),
    decades: true,
  },
};

/** The values of an option over the grid, as its colours count them. */
export function fieldValues({ slopes, variances }: PhaseFields, option: PhaseOption): Float64Array {
  const { of } = phaseColours[option];
  return slopes.map((slope, k) => of({ slope, variance: variances[k]! }));
}
