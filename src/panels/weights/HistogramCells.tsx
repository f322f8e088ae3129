import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import type { Interval } from '../chart/Interval.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { linearTicks } from '../chart/ticks.ts';
import { stepPath } from '../chart/stepPath.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { CellAxes } from './CellAxes.tsx';
import type { CellsLayout } from './cellsLayout.ts';
import { entryDomain, heightDomain } from './histogramDomain.ts';
import { scaledHistogram, type Density } from './scaledHistogram.ts';
import type { WeightsCell } from './weightsArms.ts';

interface HistogramCellsProps {
  readonly cells: readonly WeightsCell[];
  readonly layout: CellsLayout;
  /** Logarithmic heights, the same for all layers; otherwise each layer has heights of its own. */
  readonly log: boolean;
  readonly unit: number;
}

/** The entries of each layer's matrix as outlines, one arm over the other. */
export function HistogramCells({ cells, layout, log, unit }: HistogramCellsProps): ReactNode {
  const clip = useId();
  const densities = useMemo(
    () => cells.map(({ drawn }) => drawn.map(({ matrix }) => scaledHistogram(matrix))),
    [cells],
  );
  const entries = useSteadyDomain(
    useMemo(() => entryDomain(densities.flat(), log), [densities, log]),
    [-3, 3],
  );
  const heights = useSteadyDomain(
    useMemo(() => heightDomain(densities.flat()), [densities]),
    [1e-3, 1],
    Math.log,
  );
  return cells.map((cell, k) => {
    const { x: left, y: top } = layout.at(k);
    const bottom = top + layout.height;
    const own = log ? heights : (heightDomain(densities[k]!) ?? heights);
    const domain: Interval = log ? [own[0] / 2, own[1] * 2] : [0, 1.12 * own[1]];
    const x = scaleOf('linear', entries, [left, left + layout.width], {
      most: 9,
      ticks: clearTicks(entries, layout.width, unit),
    });
    const y = scaleOf(log ? 'log' : 'linear', domain, [bottom, top], {
      most: Math.max(2, Math.floor(layout.height / (1.5 * unit))),
      ...(!log && { ticks: [] }),
    });
    return (
      <g key={cell.layer}>
        <CellAxes
          title={cell.label}
          {...{ x, y, unit }}
          numbersX={layout.isLowest(k)}
          numbersY={log && k % layout.columns === 0}
        />
        <clipPath id={`${clip}${k}`}>
          <rect x={left} y={top} width={layout.width} height={layout.height} />
        </clipPath>
        <g clipPath={`url(#${clip}${k})`}>
          {cell.drawn.map(({ arm }, place) => (
            <path
              key={arm.label}
              className="weights-outline"
              style={{ color: armStyles[arm.label].colour }}
              d={outline(densities[k]![place]!, x, y)}
            />
          ))}
        </g>
      </g>
    );
  });
}

/** Equal entries are one line as high as there is room. */
function outline({ edges, heights, single }: Density, x: Scale, y: Scale): string {
  if (single === undefined) return stepPath(edges, heights, x, y);
  const at = x.at(single).toFixed(1);
  return `M${at},${y.range[0]}V${y.range[1]}`;
}

/** Round numbers whose words keep clear of each other and of the next picture. */
function clearTicks([low, high]: Interval, width: number, unit: number): readonly number[] {
  const most = Math.max(4, width / (1.8 * unit));
  const margin = ((high - low) * unit) / width;
  return linearTicks([low, high], most).filter(
    (tick) => tick > low + margin && tick < high - margin,
  );
}
