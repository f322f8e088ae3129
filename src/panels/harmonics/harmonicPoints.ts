import type { Point } from '../chart/curvePath.ts';
import type { Scale } from '../chart/Scale.ts';

/** Where eigenvalues lie in pixels, k from 1 on, without those that the axes cannot show. */
export function harmonicPoints(
  eigenvalues: Float64Array | undefined,
  x: Scale,
  y: Scale,
): readonly (Point & { readonly odd: boolean })[] {
  return Array.from(eigenvalues ?? [], (value, k) => ({ value, k }))
    .filter(({ value, k }) => k > 0 && value >= y.domain[0] && value <= y.domain[1])
    .map(({ value, k }) => ({ x: x.at(k), y: y.at(value), odd: k % 2 === 1 }));
}
