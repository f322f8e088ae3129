import type { Interval } from '../chart/Interval.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { stepTicks } from '../chart/ticks.ts';
import { shareScale } from './shareScale.ts';

/** Where a small picture stands, in pixels. */
export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The axes of a small picture: steps, and shares of the residual by powers of ten. */
export function stepScales(
  { x: left, y: top, width, height }: CellBox,
  {
    unit,
    steps,
    domain,
  }: { readonly unit: number; readonly steps: number; readonly domain: Interval },
): { readonly x: Scale; readonly y: Scale } {
  const most = Math.max(2, Math.floor(width / (5 * unit)));
  return {
    x: scaleOf('linear', [0, Math.max(1, steps)], [left, left + width], {
      most,
      ticks: stepTicks(steps, most),
    }),
    y: shareScale(domain, [top + height, top], unit),
  };
}
