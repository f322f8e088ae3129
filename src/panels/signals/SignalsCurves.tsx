import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { CurveLabels } from '../chart/CurveLabels.tsx';
import { bandPath, curvePath } from '../chart/curvePath.ts';
import { markerPath } from '../chart/markerPath.ts';
import type { Scale } from '../chart/Scale.ts';
import { useNamedCurves } from '../chart/useNamedCurves.ts';
import type { SignalsLine } from './signalsLines.ts';

interface SignalsCurvesProps {
  readonly lines: readonly SignalsLine[];
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** Curves over the layers with their bands and names, and a marker at each layer where there is room. */
export function SignalsCurves({ lines, x, y, unit }: SignalsCurvesProps): ReactNode {
  const clip = useId();
  const { drawn, labels } = useNamedCurves(lines, x, y);
  const others = useMemo(
    () => drawn.flatMap(({ label, points }) => (label === '' ? [points] : [])),
    [drawn],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const apart = x.at(1) - x.at(0);
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left - 4} y={top - 4} width={right - left + 8} height={bottom - top + 8} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {drawn
          .filter(({ role }) => role === 'network')
          .map(({ key, series, colour }) => (
            <path key={key} className="chart-band" d={bandPath(series, x, y)} fill={colour} />
          ))}
        {drawn.map(({ key, role, colour, points }) => (
          <path
            key={key}
            className={`chart-curve ${role}`}
            d={curvePath(points)}
            style={{ color: colour }}
          />
        ))}
        {apart > 9 &&
          drawn
            .filter(({ role }) => role !== 'limit')
            .map(({ key, arm, role, colour, points }) => (
              <path
                key={key}
                className={`chart-mark ${role === 'dead' ? 'dead' : 'measured'}`}
                d={points
                  .map((point) => markerPath(armStyles[arm].shape, point.x, point.y, 0.26 * unit))
                  .join('')}
                style={{ color: colour }}
              />
            ))}
      </g>
      <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
    </g>
  );
}
