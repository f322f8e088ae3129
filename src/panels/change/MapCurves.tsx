import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { CurveLabels } from '../chart/CurveLabels.tsx';
import { bandPath, curvePath, curvePoints } from '../chart/curvePath.ts';
import { markerPath } from '../chart/markerPath.ts';
import type { Scale } from '../chart/Scale.ts';
import type { MovementArm } from './movementArms.ts';

interface MapCurvesProps {
  readonly arms: readonly MovementArm[];
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** How far each map has moved, arm by arm: a marker at every map, bands over networks, names beside. */
export function MapCurves({ arms, x, y, unit }: MapCurvesProps): ReactNode {
  const clip = useId();
  const drawn = useMemo(
    () =>
      arms.map(({ arm, name, series }) => ({
        arm,
        series,
        key: arm,
        text: name,
        colour: armStyles[arm].text,
        curve: curvePoints(series, x, y).filter(({ y: at }) => at <= y.range[0] + 9),
      })),
    [arms, x, y],
  );
  const labels = useMemo(
    () => drawn.filter(({ text, curve }) => text !== '' && curve.length > 0),
    [drawn],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left} y={top - 4} width={right - left} height={bottom - top + 8} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {drawn.map(({ arm, series, curve }) => (
          <g key={arm} style={{ color: armStyles[arm].colour }}>
            <path className="chart-band" d={bandPath(series, x, y)} fill="currentColor" />
            <path className="chart-curve network" d={curvePath(curve)} />
            <path
              className="chart-mark measured"
              d={curve
                .map((point) => markerPath(armStyles[arm].shape, point.x, point.y, 0.28 * unit))
                .join('')}
            />
          </g>
        ))}
      </g>
      <CurveLabels labels={labels} others={none} x={x} y={y} textSize={unit} />
    </g>
  );
}

const none: readonly never[] = [];
