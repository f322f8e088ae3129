import { useId, useMemo, useRef, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { Axes } from '../chart/Axes.tsx';
import { curvePath } from '../chart/curvePath.ts';
import { Readout } from '../chart/Readout.tsx';
import { usePointer } from '../chart/usePointer.ts';
import { useTextSize } from '../chart/useTextSize.ts';
import type { PlotProps } from '../Panel.ts';
import { markPoints } from './markPoints.ts';
import { NoiseFloor } from './NoiseFloor.tsx';
import { limitSpectra, spectrumArms } from './spectrumArms.ts';
import { SpectrumLabels } from './SpectrumLabels.tsx';
import { SpectrumMarks } from './SpectrumMarks.tsx';
import { spectrumRows } from './spectrumRows.ts';
import { spectrumLabel } from './spectrumWords.ts';
import { useSpectrumScales } from './useSpectrumScales.ts';

/** Eigenvalues against rank on logarithmic axes: the arms as markers, Θ_∞ as a thin line, noise faint. */
export function SpectrumPlot({ results, view, size }: PlotProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const clip = useId();
  const unit = useTextSize(root);
  const { at: pointer, handlers } = usePointer();
  const arms = useMemo(() => spectrumArms(results, view), [results, view]);
  const limits = useMemo(() => limitSpectra(results), [results]);
  const { x, y, ranks } = useSpectrumScales(results, size, unit);
  const [left, right] = x.range;
  const [bottom, top] = y.range;

  const some = limits.length > 0 || arms.some(({ shown }) => shown);
  const inside = some && pointer && pointer.x > left - unit && pointer.x < right + unit;
  const rank = inside ? Math.min(ranks, Math.max(1, Math.round(x.invert(pointer.x)))) : undefined;

  return (
    <div ref={root} className="chart" style={size} {...handlers}>
      <svg {...size} role="img" aria-label={spectrumLabel(results, view)}>
        <Axes x={x} y={y} xUnit="rank" />
        <NoiseFloor
          floor={Math.max(0, ...arms.map(({ shown }) => shown?.noiseFloor ?? 0))}
          x={x}
          y={y}
        />
        <clipPath id={clip}>
          <rect width={size.width} height={bottom} />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {arms.map((arm) => (
            <SpectrumMarks key={arm.label} arm={arm} x={x} y={y} unit={unit} />
          ))}
        </g>
        {limits.map(({ labels, spectrum }) => (
          <path
            key={labels.join('')}
            className="chart-curve limit"
            d={curvePath(markPoints(spectrum, x, y))}
          />
        ))}
        <SpectrumLabels arms={arms} limits={limits} x={x} y={y} unit={unit} />
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
