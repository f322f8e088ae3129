import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { curvePoints } from '../chart/curvePath.ts';
import { plotArea } from '../chart/plotArea.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { Segments } from '../chart/Segments.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { harmonicPoints } from './harmonicPoints.ts';
import { harmonicsArms } from './harmonicsArms.ts';
import { harmonicsDomain } from './harmonicsDomain.ts';
import { HarmonicsKey } from './HarmonicsKey.tsx';
import { HarmonicsMarks } from './HarmonicsMarks.tsx';
import { harmonicsRows } from './harmonicsRows.ts';
import { harmonicsLabel } from './harmonicsWords.ts';
import { spheres, type SphereChoice } from './spheres.ts';
import { withoutHarmonics } from './withoutHarmonics.ts';

const mostDegree = 80;

/** Eigenvalues of Θ_∞ against the degree of spherical harmonics, both axes logarithmic, on a sphere of choice. */
export function HarmonicsPlot({ results, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const clip = useId();
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const [sphere, setSphere] = useState<SphereChoice>('2');
  const arms = useMemo(() => harmonicsArms(results, Number(sphere)), [results, sphere]);
  const wanted = useMemo(() => harmonicsDomain(arms), [arms]);
  const [low, high] = useSteadyDomain(wanted, [1e-6, 1], Math.log);
  const { width, height } = size;

  const { x, y } = useMemo(() => {
    const { left, right, top, bottom, mostX, mostY } = plotArea({ width, height }, unit, 1.8);
    // Markers at the ends stay inside.
    const inner = [left + 0.4 * unit, right - 0.4 * unit] as const;
    const ticks = [1, 2, 5, 10, 20, 40, 80].filter((_, k) => mostX > 4 || k % 2 === 0);
    return {
      x: scaleOf('log', [1, mostDegree], inner, { most: mostX, ticks }),
      y: scaleOf('log', [low, high], [bottom, top], { most: mostY }),
    };
  }, [width, height, unit, low, high]);
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const labels = useMemo(
    () =>
      arms.flatMap(({ label, name: text, eigenvalues, network }): CurveLabel[] => {
        const markers = harmonicPoints(eigenvalues, x, y);
        const curve = markers.length > 0 ? markers : curvePoints(network, x, y);
        const { text: colour } = armStyles[label];
        return text === '' || curve.length === 0 ? [] : [{ key: label, text, colour, curve }];
      }),
    [arms, x, y],
  );
  const inside = wanted && pointer && pointer.x > left - unit && pointer.x < right + unit;
  const degree =
    inside && pointer.y > top - unit
      ? Math.min(mostDegree, Math.max(1, Math.round(x.invert(pointer.x))))
      : undefined;
  const said = withoutHarmonics(arms);

  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg
        {...size}
        role="img"
        aria-label={harmonicsLabel(
          arms,
          spheres.find(({ value }) => value === sphere)?.label ?? '',
        )}
      >
        <Axes x={x} y={y} xUnit="k" />
        <clipPath id={clip}>
          <rect width={width} height={bottom} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {arms.map((arm) => (
            <HarmonicsMarks key={arm.label} arm={arm} x={x} y={y} unit={unit} />
          ))}
        </g>
        <CurveLabels labels={labels} others={[]} x={x} y={y} textSize={unit} />
        {said.map(({ key, words, colour, reason }, k) => (
          <text
            key={key}
            className="chart-label"
            x={left + 0.6 * unit}
            // Eigenvalues fall, so that this corner is free.
            y={bottom - (0.7 + 1.4 * (said.length - 1 - k)) * unit}
            fill={colour}
          >
            <title>{reason}</title>
            {words}
          </text>
        ))}
        {degree !== undefined && (
          <line
            className="chart-hairline"
            x1={x.at(degree)}
            x2={x.at(degree)}
            y1={top}
            y2={bottom}
          />
        )}
      </svg>
      <div className="chart-strip">
        <HarmonicsKey onCircle={sphere === '2'} />
        <Segments label="Sphere" options={spheres} value={sphere} onChange={setSphere} />
      </div>
      {degree !== undefined && (
        <Readout
          title={`k = ${degree}`}
          {...(sphere === '2' && { head: ['Θ∞', 'network'] })}
          rows={harmonicsRows(arms, degree, sphere === '2')}
          x={x.at(degree)}
          width={width}
          top={top}
        />
      )}
    </div>
  );
}
