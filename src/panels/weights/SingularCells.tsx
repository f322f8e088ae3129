import { useId, useMemo, type ReactNode } from 'react';
import { armStyles } from '../chart/armStyle.ts';
import { curvePath } from '../chart/curvePath.ts';
import { markerPath } from '../chart/markerPath.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { useSteadyDomain } from '../chart/useSteadyDomain.ts';
import { CellAxes } from './CellAxes.tsx';
import type { CellsLayout } from './cellsLayout.ts';
import { hasIndependentEntries } from './independentEntries.ts';
import { marchenkoPastur } from './marchenkoPastur.ts';
import { nonzero, singularDomain } from './singularDomain.ts';
import type { WeightsCell } from './weightsArms.ts';

interface SingularCellsProps {
  readonly cells: readonly WeightsCell[];
  readonly layout: CellsLayout;
  readonly unit: number;
}

/** The singular values of each layer's matrix from the largest to the smallest, with the edges that independent entries have. */
export function SingularCells({ cells, layout, unit }: SingularCellsProps): ReactNode {
  const clip = useId();
  const [low, high] = useSteadyDomain(
    useMemo(() => singularDomain(cells), [cells]),
    [0.01, 10],
    Math.log,
  );
  return cells.map(({ layer, label, drawn }, k) => {
    const { x: left, y: top } = layout.at(k);
    const bottom = top + layout.height;
    const right = left + layout.width;
    // Markers at the ends stay inside.
    const x = scaleOf('linear', [0, 1], [left + 0.4 * unit, right - 0.4 * unit], {
      most: 3,
      ticks: [0, 0.5, 1],
      words: () => ['0', '50', '100 %'],
    });
    const y = scaleOf('log', [low, high], [bottom, top], {
      most: Math.max(2, Math.floor(layout.height / (1.5 * unit))),
    });
    const deficient = drawn.filter(({ matrix }) => isDeficient(matrix));
    return (
      <g key={layer}>
        <CellAxes
          title={label}
          more={shapesOf(drawn)}
          x={{ ...x, range: [left, right] }}
          {...{ y, unit }}
          numbersX={layout.isLowest(k)}
          numbersY={k % layout.columns === 0}
        />
        <clipPath id={`${clip}${k}`}>
          <rect x={left} y={top - 4} width={layout.width} height={layout.height + 4} />
        </clipPath>
        <g clipPath={`url(#${clip}${k})`}>
          {drawn
            .filter(
              ({ scheme, matrix }) => hasIndependentEntries(scheme) && nonzero(matrix).length > 1,
            )
            .map(({ arm, matrix }) => (
              <Edges
                key={arm.label}
                colour={armStyles[arm.label].colour}
                edges={marchenkoPastur(matrix.variance, matrix.fanIn, matrix.fanOut)}
                y={y}
                x={left}
                width={layout.width}
              />
            ))}
          {drawn.map(({ arm, matrix }) => {
            const count = matrix.singular?.length ?? 0;
            const points = nonzero(matrix).map((s, rank) => ({
              x: x.at((rank + 0.5) / count),
              y: Math.min(bottom + 9, y.at(s)),
            }));
            const { colour, shape } = armStyles[arm.label];
            return (
              <g key={arm.label} style={{ color: colour }}>
                <path className="chart-curve network" d={curvePath(points)} />
                {points.length < 4 &&
                  points.map((point) => (
                    <path
                      key={point.x}
                      className="chart-mark measured"
                      d={markerPath(shape, point.x, point.y, 0.26 * unit)}
                    />
                  ))}
              </g>
            );
          })}
        </g>
        {deficient.map(({ arm, matrix }, line) => (
          <text
            key={arm.label}
            className="chart-label"
            x={right - 0.3 * unit}
            y={bottom - (0.5 + 1.3 * line) * unit}
            textAnchor="end"
            fill={armStyles[arm.label].text}
          >
            {`rank ${matrix.rank ?? 0}`}
          </text>
        ))}
      </g>
    );
  });
}

interface EdgesProps {
  readonly colour: string;
  readonly edges: readonly [number, number];
  readonly x: number;
  readonly y: Scale;
  readonly width: number;
}

/** Between which values all but a vanishing share of the singular values lie. */
function Edges({ colour, edges: [low, high], x, y, width }: EdgesProps): ReactNode {
  const [bottom, top] = y.range;
  const upper = Math.max(top, y.at(high));
  const lower = low > 0 ? Math.min(bottom, y.at(low)) : bottom;
  return lower > upper ? (
    <g style={{ color: colour }}>
      <rect className="weights-edges" x={x} y={upper} width={width} height={lower - upper} />
      <path
        className="chart-curve limit"
        d={`M${x},${upper}h${width}${lower < bottom ? `M${x},${lower}h${width}` : ''}`}
      />
    </g>
  ) : null;
}

const isDeficient = ({ rank, singular }: WeightsCell['drawn'][number]['matrix']): boolean =>
  rank !== undefined && singular !== undefined && rank < singular.length;

const shapesOf = (drawn: WeightsCell['drawn']): string =>
  [...new Set(drawn.map(({ matrix }) => `${matrix.fanIn}×${matrix.fanOut}`))].join(', ');
