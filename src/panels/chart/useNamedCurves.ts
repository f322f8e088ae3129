import { useMemo } from 'react';
import type { CurveLabel } from './CurveLabels.tsx';
import { curvePoints, type Point } from './curvePath.ts';
import type { Scale } from './Scale.ts';
import type { Series } from './Series.ts';

/** A curve and the name beside it, empty for none. */
interface NamedLine {
  readonly key: string;
  readonly label: string;
  readonly textColour: string;
  readonly series: Series;
}

/** Every line with its points in pixels, and the names of those that have one and are to be seen. */
export function useNamedCurves<Line extends NamedLine>(
  lines: readonly Line[],
  x: Scale,
  y: Scale,
): {
  readonly drawn: readonly (Line & { readonly points: readonly Point[] })[];
  readonly labels: readonly CurveLabel[];
} {
  const drawn = useMemo(
    () => lines.map((line) => ({ ...line, points: curvePoints(line.series, x, y) })),
    [lines, x, y],
  );
  const labels = useMemo(
    () =>
      drawn.flatMap(({ key, label: text, points, textColour: colour }): CurveLabel[] =>
        text === '' || points.length === 0 ? [] : [{ key, text, curve: points, colour }],
      ),
    [drawn],
  );
  return { drawn, labels };
}
