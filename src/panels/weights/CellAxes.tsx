import type { ReactNode } from 'react';
import { fittedText } from '../chart/fittedText.ts';
import { RichText } from '../chart/RichText.tsx';
import type { Scale } from '../chart/Scale.ts';

interface CellAxesProps {
  /** What stands above the picture, and more of it where there is room. */
  readonly title: string;
  readonly more?: string;
  readonly x: Scale;
  readonly y: Scale;
  /** Numbers below, and at the left. */
  readonly numbersX: boolean;
  readonly numbersY: boolean;
  /** Font size of small text. */
  readonly unit: number;
}

/** The title, the grid and, at the edges of all small pictures, the numbers of one of them. */
export function CellAxes({
  title,
  more = '',
  x,
  y,
  numbersX,
  numbersY,
  unit,
}: CellAxesProps): ReactNode {
  const [left, right] = x.range;
  const [bottom, top] = y.range;
  const room = (right - left) / (0.55 * unit);
  return (
    <g>
      {y.ticks.map((tick, k) => (
        <g key={tick}>
          <line className="chart-grid" x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} />
          {numbersY && (
            <text
              className="chart-tick"
              x={left}
              dx="-0.5em"
              y={y.at(tick)}
              dy="0.33em"
              textAnchor="end"
            >
              {y.words[k]}
            </text>
          )}
        </g>
      ))}
      <line className="chart-base" x1={left} x2={right} y1={bottom} y2={bottom} />
      {x.ticks.map((tick, k) => (
        <g key={tick}>
          <line
            className="chart-base"
            x1={x.at(tick)}
            x2={x.at(tick)}
            y1={bottom}
            y2={bottom + 3}
          />
          {numbersX && (
            <text
              className="chart-tick"
              x={x.at(tick)}
              y={bottom}
              dy="1.4em"
              textAnchor={anchorOf(x, tick, unit)}
            >
              {x.words[k]}
            </text>
          )}
        </g>
      ))}
      <text className="chart-tick" x={left} y={top} dy="-0.4em">
        <RichText text={fittedText(title, right - left + 0.8 * unit, unit)} />
        {more !== '' && title.length + more.length + 2 < room && (
          <tspan className="weights-more" dx="0.6em">
            {more}
          </tspan>
        )}
      </text>
    </g>
  );
}

/** Numbers at the ends stay between them, clear of the next picture. */
function anchorOf({ at, range: [left, right] }: Scale, tick: number, unit: number) {
  if (at(tick) < left + unit) return 'start';
  return at(tick) > right - unit ? 'end' : 'middle';
}
