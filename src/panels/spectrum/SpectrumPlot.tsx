import { useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { CurveLabels, type CurveLabel } from '../chart/CurveLabels.tsx';
import { curvePath } from '../chart/curvePath.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf } from '../chart/Scale.ts';
import { usePointer } from '../chart/usePointer.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { eigenvalueDomain } from './eigenvalueDomain.ts';
import { markPoints } from './markPoints.ts';
import { rankTicks } from './rankTicks.ts';
import { limitSpectra, spectrumArms } from './spectrumArms.ts';
import { SpectrumMarks } from './SpectrumMarks.tsx';
import { spectrumRows } from './spectrumRows.ts';
import { spectrumLabel } from './spectrumWords.ts';

/** Eigenvalues against rank on logarithmic axes: the arms as markers, Θ_∞ as a thin line, noise faint. */
export function SpectrumPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const unit = useTextSize(root);
  const pointer = usePointer();
  const arms = useMemo(() => spectrumArms(results, view), [results, view]);
  const limits = useMemo(() => limitSpectra(results), [results]);
  const wanted = useMemo(() => eigenvalueDomain(results), [results]);
  const [low, high] = useSteadyDomain(wanted, [0.001, 10], Math.log);
  const ranks = Math.max(
    2,
    results.data?.n ?? 0,
    ...[...arms.map(({ shown }) => shown), ...limits.map(({ spectrum }) => spectrum)].map(
      (spectrum) => spectrum?.series.x.length ?? 0,
    ),
  );

  const { x, y } = useMemo(() => {
    const left = 4 * unit;
    const right = Math.max(left + 1, size.width - 0.8 * unit);
    const bottom = Math.max(1, size.height - 2.1 * unit);
    const top = Math.min(bottom - 1, 0.8 * unit);
    return {
      x: scaleOf('log', [1, ranks], [left + 0.4 * unit, right - 0.4 * unit], {
        most: 7,
        ticks: rankTicks(ranks, Math.max(2, Math.floor((right - left) / (4 * unit)))),
      }),
      y: scaleOf('log', [low, high], [bottom, top], {
        most: Math.max(2, Math.min(8, Math.floor((bottom - top) / (2.4 * unit)))),
      }),
    };
  }, [size.width, size.height, unit, low, high, ranks]);

  const limitCurves = useMemo(
    () => limits.map(({ labels, spectrum }) => ({ labels, points: markPoints(spectrum, x, y) })),
    [limits, x, y],
  );
  const labels = useMemo(
    (): readonly CurveLabel[] => [
      ...arms.flatMap(({ label, name, shown }) =>
        shown && name !== ''
          ? [
              {
                key: label,
                text: name,
                colour: armStyles[label].text,
                curve: markPoints(shown, x, y),
              },
            ]
          : [],
      ),
      ...limitCurves.map(({ labels: of, points }) => ({
        key: `limit ${of.join('')}`,
        text: limits.length === 1 ? 'Θ∞' : `Θ∞ of ${of.join(', ')}`,
        colour: 'var(--ink-2)',
        curve: points,
      })),
    ],
    [arms, limits, limitCurves, x, y],
  );
  const starts = useMemo(
    () => arms.flatMap(({ start }) => (start ? [markPoints(start, x, y)] : [])),
    [arms, x, y],
  );
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const floor = Math.max(0, ...arms.map(({ shown }) => shown?.noiseFloor ?? 0));
  const hasValues = labels.length > 0;
  const rank =
    hasValues && pointer.at && pointer.at.x > left - unit && pointer.at.x < right + unit
      ? Math.min(ranks, Math.max(1, Math.round(x.invert(pointer.at.x))))
      : undefined;

  return (
    <div ref={root} className="chart" style={size} {...pointer.handlers}>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={spectrumLabel(results, view)}
      >
        <Axes x={x} y={y} xUnit="rank" />
        {floor > low && floor < high && (
          <g>
            <line className="chart-floor" x1={left} x2={right} y1={y.at(floor)} y2={y.at(floor)} />
            <text className="chart-tick" x={left} y={y.at(floor)} dy="1.1em">
              float32 noise
            </text>
          </g>
        )}
        {arms.map((arm) => (
          <SpectrumMarks key={arm.label} arm={arm} x={x} y={y} unit={unit} />
        ))}
        {limitCurves.map(({ labels: of, points }) => (
          <path key={of.join('')} className="chart-curve limit" d={curvePath(points)} />
        ))}
        <CurveLabels labels={labels} others={starts} x={x} y={y} textSize={unit} />
        {arms.flatMap(({ label, letter, failure }, k) =>
          failure === undefined
            ? []
            : [
                <text
                  key={label}
                  className="chart-label"
                  x={right}
                  y={top + (1 + 1.4 * k) * unit}
                  textAnchor="end"
                  fill={armStyles[label].text}
                >
                  {letter + failure}
                </text>,
              ],
        )}
        {rank !== undefined && (
          <line className="chart-hairline" x1={x.at(rank)} x2={x.at(rank)} y1={top} y2={bottom} />
        )}
      </svg>
      {rank !== undefined && (
        <Readout
          title={`rank ${rank}`}
          head={arms.some(({ start }) => start) ? ['shown', 'start'] : []}
          rows={spectrumRows(arms, limits, rank)}
          x={x.at(rank)}
          width={size.width}
          top={top}
        />
      )}
    </div>
  );
}
