import type { ReactNode } from 'react';
import { curvePath } from '../chart/curvePath.ts';
import { criticalPoints } from './criticalPoints.ts';
import type { PhasePlane } from './planeOf.ts';
import type { PhaseScales } from './phaseScales.ts';

interface PhaseCriticalProps {
  readonly plane: PhasePlane;
  readonly scales: PhaseScales;
}

/** Where χ₁ = 1: a curve, or for homogeneous activations a point and, dashed, the σ_w² above it where q* is unbounded. */
export function PhaseCritical({ plane, scales: { x, y } }: PhaseCriticalProps): ReactNode {
  const { scaleFree } = plane.critical;
  const paths = criticalPoints(plane, { x, y }).map(curvePath);
  const [bottom, top] = y.range;
  return (
    <g>
      {paths.map((d) => (
        <g key={d}>
          <path className="phase-halo" d={d} />
          <path className="phase-critical" d={d} />
        </g>
      ))}
      {scaleFree !== undefined && scaleFree <= x.domain[1] && (
        <g>
          <path className="phase-halo" d={`M${x.at(scaleFree)},${bottom}V${top}`} />
          <path className="phase-critical unbounded" d={`M${x.at(scaleFree)},${bottom}V${top}`} />
          <circle className="phase-critical-point" cx={x.at(scaleFree)} cy={bottom} r={3} />
        </g>
      )}
    </g>
  );
}
