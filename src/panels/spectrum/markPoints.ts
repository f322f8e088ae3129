import type { Point } from '../chart/curvePath.ts';
import { markerPath, type MarkerShape } from '../chart/markerPath.ts';
import type { Scale } from '../chart/Scale.ts';
import type { Spectrum } from './spectrumArms.ts';

/** Where a spectrum's eigenvalues lie in pixels, without those that the axes cannot show; `noise` for those below the floor. */
export function markPoints(
  { series, noiseFloor }: Spectrum,
  x: Scale,
  y: Scale,
): readonly (Point & { readonly noise: boolean })[] {
  return series.x.flatMap((rank, k) => {
    const value = series.mean[k]!;
    if (!(value >= y.domain[0] && value < Infinity)) return [];
    return { x: x.at(rank), y: y.at(value), noise: value < noiseFloor };
  });
}

/** One path of a marker at every point, leaving out those that would lie on the one before. */
export function marksPath(shape: MarkerShape, points: readonly Point[], r: number): string {
  let last: Point | undefined;
  return points
    .map((point) => {
      if (last && Math.abs(point.x - last.x) < 0.8 && Math.abs(point.y - last.y) < 0.8) return '';
      last = point;
      return markerPath(shape, point.x, point.y, r);
    })
    .join('');
}
