import type { ReactNode } from 'react';
import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from './armStyle.ts';
import { markerPath, type MarkerShape } from './markerPath.ts';
import type { Scale } from './Scale.ts';

/** A point on a curve that means something. */
export interface StepMark {
  readonly key: string;
  readonly arm: ArmLabel;
  readonly step: number;
  readonly value: number;
  /**
   * A hollow marker where a network leaves its tangent, a filled one at a measurement, a cross where it ended, an upright line
   * where something was done.
   */
  readonly kind: 'leaves' | 'measured' | 'ended' | 'noted';
  readonly words?: string;
}

interface StepMarksProps {
  readonly marks: readonly StepMark[];
  readonly x: Scale;
  readonly y: Scale;
  readonly unit: number;
}

/** Markers on curves; one beyond the plot is held at its edge. */
export function StepMarks({ marks, x, y, unit }: StepMarksProps): ReactNode {
  const [bottom, top] = y.range;
  const [left, right] = x.range;
  return marks.map(({ key, arm, step, value, kind, words }) => {
    const { colour, text, shape } = armStyles[arm];
    const cx = x.at(step);
    const cy = Math.min(bottom, Math.max(top, y.at(value)));
    if (!Number.isFinite(cx) || !Number.isFinite(cy)) return null;
    const beyondMiddle = cx > (left + right) / 2;
    const size = (kind === 'measured' ? 0.22 : 0.36) * unit;
    return (
      <g key={key} style={{ color: colour }}>
        <path className={`chart-mark ${kind}`} d={pathOf(kind, shape, cx, cy, size)} />
        {words !== undefined && (
          <text
            className="chart-label"
            x={cx}
            dx={beyondMiddle ? '-0.7em' : '0.7em'}
            y={cy}
            dy={kind !== 'ended' ? aside(cy > top + 3 * unit) : cy < top + unit ? '1em' : '0.35em'}
            textAnchor={beyondMiddle ? 'end' : 'start'}
            fill={text}
          >
            {words}
          </text>
        )}
      </g>
    );
  });
}

function pathOf(kind: StepMark['kind'], shape: MarkerShape, x: number, y: number, r: number) {
  if (kind === 'noted') return `M${x},${y - 2 * r}V${y + 2 * r}`;
  return kind === 'ended' ? cross(x, y, r) : markerPath(shape, x, y, r);
}

/** Clear of the curve, which goes on where a mark is: above it, or below. */
const aside = (above: boolean): string => (above ? '-1em' : '1.7em');

const cross = (x: number, y: number, r: number): string =>
  `M${x - r},${y - r}L${x + r},${y + r}M${x - r},${y + r}L${x + r},${y - r}`;
