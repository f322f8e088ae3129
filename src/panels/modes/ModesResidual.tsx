import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { curvePath, type Point } from '../chart/curvePath.ts';
import { formatNumber } from '../chart/formatNumber.ts';
import { markerPath } from '../chart/markerPath.ts';
import { Readout } from '../chart/Readout.tsx';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { rankTicks } from '../spectrum/rankTicks.ts';
import { CellAxes } from '../weights/CellAxes.tsx';
import { shareDomain } from './modeLines.ts';
import { armCells, cellTitle, pointedCell, type ModesPictureProps } from './modesCells.ts';
import { residualModes } from './residualModes.ts';
import { shareScale } from './shareScale.ts';

/** How much of the residual lies along each eigenvector at the shown step, beside the start; a picture for each arm. */
export function ModesResidual(props: ModesPictureProps & { readonly step: number }): ReactNode {
  const { arms, size, unit, pointer, label, step, children } = props;
  const clip = useId();
  const layout = armCells(props);
  const residuals = useMemo(() => arms.map((arm) => residualModes(arm, step)), [arms, step]);
  // All steps, so that the axis keeps still while a person scrubs.
  const wanted = useMemo(
    () => shareDomain(arms.flatMap(({ networks }) => networks.map(({ measured }) => measured))),
    [arms],
  );
  const [low, high] = useSteadyDomain(wanted, [1e-3, 1], Math.log);
  const ranks = Math.max(2, ...arms.map(({ count }) => count));
  const scalesOf = (k: number): { readonly x: Scale; readonly y: Scale } => {
    const { x: left, y: top } = layout.at(k);
    const most = Math.max(2, Math.floor(layout.width / (3.5 * unit)));
    const inner = [left + 0.5 * unit, left + layout.width - 0.5 * unit] as const;
    return {
      x: scaleOf('log', [1, ranks], inner, { most, ticks: rankTicks(ranks, most) }),
      y: shareScale([low, high], [top + layout.height, top], unit),
    };
  };
  const k = pointedCell(layout, pointer);
  const x = k === undefined ? undefined : scalesOf(k).x;
  const rank = x && Math.min(ranks, Math.max(1, Math.round(x.invert(pointer!.x))));
  const read = k === undefined ? undefined : residuals[k]!;
  const shown = read && rank !== undefined && rank <= read.now.length ? rank : undefined;
  return (
    <>
      <svg {...size} role="img" aria-label={label}>
        {arms.map((arm, place) => {
          const scales = scalesOf(place);
          const { start, now, predicted } = residuals[place]!;
          const { colour, shape } = armStyles[arm.label];
          const lowest = layout.isLowest(place);
          const leftmost = place % layout.columns === 0;
          const box = layout.at(place);
          return (
            <g key={arm.label}>
              <CellAxes
                title={cellTitle(arm)}
                {...scales}
                unit={unit}
                numbersX={lowest}
                numbersY={leftmost}
              />
              {lowest && leftmost && (
                <text
                  className="chart-tick"
                  x={box.x}
                  dx="-0.6em"
                  y={box.y + layout.height}
                  dy="1.4em"
                  textAnchor="end"
                >
                  rank
                </text>
              )}
              <clipPath id={`${clip}${place}`}>
                <rect x={box.x} y={box.y - 4} width={layout.width} height={layout.height + 4} />
              </clipPath>
              <g clipPath={`url(#${clip}${place})`} style={{ color: colour }}>
                <path
                  className="chart-mark start"
                  d={markers(pointsOf(start, scales), shape, 0.3 * unit)}
                />
                <path className="chart-curve start" d={curvePath(pointsOf(predicted, scales))} />
                <path
                  className="chart-mark measured"
                  d={markers(pointsOf(now, scales), shape, 0.28 * unit)}
                />
              </g>
              {place === k && shown !== undefined && (
                <line
                  className="chart-hairline"
                  x1={scales.x.at(shown)}
                  x2={scales.x.at(shown)}
                  y1={box.y}
                  y2={box.y + layout.height}
                />
              )}
            </g>
          );
        })}
        {children}
      </svg>
      {read && x && shown !== undefined && (
        <Readout
          title={`rank ${shown}`}
          head={['start', `step ${read.step}`, 'theory']}
          rows={[
            {
              arm: arms[k!]!.label,
              name: arms[k!]!.name,
              values: [read.start, read.now, read.predicted].map((values) =>
                formatNumber(values[shown - 1]!),
              ),
            },
          ]}
          x={x.at(shown)}
          width={size.width}
          top={layout.at(k!).y}
        />
      )}
    </>
  );
}

const pointsOf = (
  values: readonly number[],
  { x, y }: { readonly x: Scale; readonly y: Scale },
): readonly Point[] =>
  values
    .map((value, k) => ({ x: x.at(k + 1), y: y.at(value) }))
    .filter((point) => Number.isFinite(point.y));

const markers = (
  points: readonly Point[],
  shape: (typeof armStyles)['A']['shape'],
  radius: number,
): string => points.map((point) => markerPath(shape, point.x, point.y, radius)).join('');
