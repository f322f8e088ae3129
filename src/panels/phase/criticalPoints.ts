import type { Point } from '../chart/curvePath.ts';
import type { PhasePlane } from './planeOf.ts';
import type { PhaseScales } from './phaseScales.ts';

/** The critical curves in pixels. */
export const criticalPoints = (
  { critical }: PhasePlane,
  { x, y }: PhaseScales,
): readonly (readonly Point[])[] =>
  critical.curves.map((curve) =>
    curve
      // A little beyond the plot, so that a curve leaves it where it does.
      .filter(
        ({ weightVariance, biasVariance }) =>
          weightVariance <= 1.5 * x.domain[1] && biasVariance <= 3 * y.domain[1],
      )
      .map(({ weightVariance, biasVariance }) => ({
        x: x.at(weightVariance),
        y: y.at(biasVariance),
      })),
  );
