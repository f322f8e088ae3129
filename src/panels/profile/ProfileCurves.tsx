import { useId, useMemo, type ReactNode } from 'react';
import { CurveLabels } from '../chart/CurveLabels.tsx';
import { bandPath, curvePath } from '../chart/curvePath.ts';
import type { Scale } from '../chart/Scale.ts';
import { useNamedCurves } from '../chart/useNamedCurves.ts';
import type { ProfileLine } from './profileLines.ts';

interface ProfileCurvesProps {
  readonly lines: readonly ProfileLine[];
  readonly x: Scale;
  readonly y: Scale;
  /** Font size of small text. */
  readonly unit: number;
}

/** Curves over the angle with their bands and names. */
export function ProfileCurves({ lines, x, y, unit }: ProfileCurvesProps): ReactNode {
  const clip = useId();
  const { drawn, labels } = useNamedCurves(lines, x, y);
  const others = useMemo(
    () => drawn.flatMap(({ label, points }) => (label === '' ? [points] : [])),
    [drawn],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left - 1} y={top - 2} width={right - left + 2} height={bottom - top + 3} />
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
      </g>
      <CurveLabels labels={labels} others={others} x={x} y={y} textSize={unit} />
    </g>
  );
}
