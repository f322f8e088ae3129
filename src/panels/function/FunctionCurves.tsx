import { useId, useMemo, type ReactNode } from 'react';
import type { DataPoint } from '../../nn/dataPoints.ts';
import { CurveLabels } from '../chart/CurveLabels.tsx';
import { bandPath, curvePath } from '../chart/curvePath.ts';
import type { Scale } from '../chart/Scale.ts';
import { useNamedCurves } from '../chart/useNamedCurves.ts';
import type { FunctionLine } from './functionLines.ts';

interface FunctionCurvesProps {
  readonly lines: readonly FunctionLine[];
  readonly target: readonly DataPoint[];
  /** Whether infinite width is drawn with its spread. */
  readonly bands: boolean;
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** Functions of one input with their bands and names, cut off at the edge of the plot. */
export function FunctionCurves(props: FunctionCurvesProps): ReactNode {
  const { lines, target, bands, x, y, unit } = props;
  const clip = useId();
  const { drawn, labels } = useNamedCurves(lines, x, y);
  const others = useMemo(
    () => drawn.flatMap(({ role, points }) => (role === 'limit' ? [points] : [])),
    [drawn],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const goal = target.map((point) => ({ x: x.at(point.x), y: y.at(point.y) }));
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left} y={top - 2} width={right - left} height={bottom - top + 3} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {drawn.map(({ key, role, series, colour }) =>
          role === 'single' || (role === 'limit' && !bands) ? null : (
            <path
              key={key}
              className={role === 'limit' ? 'function-law' : 'chart-band'}
              d={bandPath(series, x, y)}
              style={{ color: colour, fill: role === 'limit' ? undefined : colour }}
            />
          ),
        )}
        <path className="chart-curve function-target" d={curvePath(goal)} />
        {drawn.map(({ key, role, colour, points }) => (
          <path
            key={key}
            className={`chart-curve ${role}`}
            d={curvePath(points)}
            style={{ color: colour }}
          />
        ))}
      </g>
      <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
    </g>
  );
}
