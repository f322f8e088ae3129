import type { ReactNode } from 'react';
import type { Scale } from '../chart/Scale.ts';

interface NoiseFloorProps {
  readonly floor: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** A line below which eigenvalues are rounding noise; nothing where it lies outside the plot. */
export function NoiseFloor({ floor, x, y }: NoiseFloorProps): ReactNode {
  const [low, high] = y.domain;
  if (!(floor > low && floor < high)) return null;
  const [left, right] = x.range;
  return (
    <g>
      <line className="chart-floor" x1={left} x2={right} y1={y.at(floor)} y2={y.at(floor)} />
      <text className="chart-tick" x={left} y={y.at(floor)} dy="1.1em">
        float32 noise
      </text>
    </g>
  );
}
