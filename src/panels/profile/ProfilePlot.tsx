import { useMemo, useRef, useState, type ReactNode } from 'react';
import { resolveArms } from '../../spec/resolve.ts';
import type { Results } from '../../spec/Results.ts';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { hull, type Interval } from '../chart/Interval.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { placeAt, rangeOf, type Series } from '../chart/Series.ts';
import { usePointer } from '../chart/usePointer.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { profileArms } from './profileArms.ts';
import { ProfileCurves } from './ProfileCurves.tsx';
import { profileLines, type ProfileLine } from './profileLines.ts';
import { ProfileStrip, type Overlay } from './ProfileStrip.tsx';
import { profileLabel } from './profileWords.ts';

/** k(angle)/k(0): networks with their range, infinite width dashed, other depths thin, references on demand. */
export function ProfilePlot({ results, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const [c, setC] = useState(1);
  const [picked, setPicked] = useState<ReadonlySet<Overlay>>();
  const arms = useMemo(() => profileArms(results), [results]);
  // Depths of several arms would be more lines than anyone can tell apart.
  const overlays = picked ?? new Set<Overlay>(results.arms.length === 1 ? ['depths'] : []);
  const lines = profileLines(arms, overlays, { c, depth: depthOf(results) });
  const [low, high] = useSteadyDomain(wantedDomain(lines), [0, 1]);
  const { width, height } = size;

  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 1.8);
    return {
      x: scaleOf('linear', [0, 180], [left, right], {
        most: mostX,
        ticks: mostX >= 7 ? [0, 30, 60, 90, 120, 150, 180] : [0, 45, 90, 135, 180],
        words: (ticks) => ticks.map((tick) => `${tick}°`),
      }),
      y: scaleOf('linear', [low, high], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, low, high]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const inside =
    lines.length > 0 &&
    pointer &&
    pointer.x > left - unit &&
    pointer.x < right + unit &&
    pointer.y > top - unit;
  const angle = inside ? Math.min(180, Math.max(0, x.invert(pointer.x))) : undefined;

  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg {...size} role="img" aria-label={profileLabel(arms)}>
        <Axes x={x} y={y} xUnit="" />
        <ProfileCurves lines={lines} x={x} y={y} unit={unit} />
        {arms
          .filter(({ failure }) => failure !== undefined)
          .map(({ label, letter, failure }, k) => (
            <text
              key={label}
              className="chart-label"
              x={right}
              y={top + (1 + 1.4 * k) * unit}
              textAnchor="end"
              fill={armStyles[label].text}
            >
              {letter + (failure ?? '')}
            </text>
          ))}
        {angle !== undefined && (
          <line className="chart-hairline" x1={x.at(angle)} x2={x.at(angle)} y1={top} y2={bottom} />
        )}
      </svg>
      <ProfileStrip
        chosen={overlays}
        onChoose={setPicked}
        hasDepths={arms.some(({ depths }) => depths.length > 0)}
        c={c}
        onC={setC}
      />
      {angle !== undefined && (
        <Readout
          title={`${Math.round(angle)}°`}
          rows={[...lines].reverse().map(({ arm, role, name, series }) => ({
            ...(arm && role === 'network' && { arm }),
            name,
            values: [formatNumber(valueAt(series, angle))],
          }))}
          x={x.at(angle)}
          width={width}
          top={top}
        />
      )}
    </div>
  );
}

/** The depth of network A, where its architecture has one. */
function depthOf({ experiment }: Results): number {
  const depth = resolveArms(experiment)[0]?.architecture.settings.depth;
  return typeof depth === 'number' ? depth : 1;
}

/** From zero, or a quarter further below where a kernel is negative, up to 1, or a quarter further where it is more. */
function wantedDomain(lines: readonly ProfileLine[]): Interval | undefined {
  const range = hull(lines.map(({ series }) => rangeOf(series)));
  // A hair beyond a line of the grid is not worth another quarter.
  const quarters = (beyond: number): number => 0.25 * Math.ceil(4 * Math.max(0, beyond) - 0.15);
  return range && [-quarters(-range[0]), 1 + quarters(range[1] - 1)];
}

/** Between two angles of a series its value is taken as straight. */
function valueAt(series: Series, angle: number): number {
  const place = Math.max(0, placeAt(series, angle));
  const [a = NaN, b = a] = [series.mean[place], series.mean[place + 1]];
  const [from = 0, to = from] = [series.x[place], series.x[place + 1]];
  return to > from ? a + ((angle - from) / (to - from)) * (b - a) : a;
}
