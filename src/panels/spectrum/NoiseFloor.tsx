import type { ReactNode } from 'react';
import type { Scale } from '../chart/Scale.ts';

interface NoiseFloorProps {
  readonly floor: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** Pixels that a line of small text takes. */
const roomForWords = 16;

/** A line below which eigenvalues are rounding noise; nothing where it lies outside the plot. */
export function NoiseFloor({ floor, x, y }: NoiseFloorProps): ReactNode {
  const [low, high] = y.domain;
  if (!(floor > low && floor < high)) return null;
  const [left, right] = x.range;
  const [bottom] = y.range;
  const at = y.at(floor);
  // Below the line, where what is noise lies, unless the axis is too near.
  const below = bottom - at > roomForWords;
  return (
    <g>
      <line className="chart-floor" x1={left} x2={right} y1={at} y2={at} />
      <text className="chart-tick" x={left} y={at} dy={below ? '1.1em' : '-0.35em'}>
        float32 noise
      </text>
    </g>
  );
}
