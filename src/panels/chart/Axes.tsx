import type { ReactNode } from 'react';
import type { Scale } from './Scale.ts';

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  /** What x counts, written before its first tick: "step", "rank". */
  readonly xUnit: string;
}

/** A quiet grid of horizontal lines with the numbers of both axes. */
export function Axes({ x, y, xUnit }: AxesProps): ReactNode {
  const [left, right] = x.range;
  const [bottom] = y.range;
  return (
    <g>
      {y.ticks.map((tick, k) => (
        <g key={tick}>
          <line className="chart-grid" x1={left} x2={right} y1={y.at(tick)} y2={y.at(tick)} />
          <text
            className="chart-tick"
            x={left}
            dx="-0.6em"
            y={y.at(tick)}
            dy="0.33em"
            textAnchor="end"
          >
            {y.words[k]}
          </text>
        </g>
      ))}
      <line className="chart-base" x1={left} x2={right} y1={bottom} y2={bottom} />
      {x.ticks.map((tick, k) => {
        const last = k === x.ticks.length - 1 && x.at(tick) > right - 8;
        return (
          <g key={tick}>
            <line
              className="chart-base"
              x1={x.at(tick)}
              x2={x.at(tick)}
              y1={bottom}
              y2={bottom + 3}
            />
            <text
              className="chart-tick"
              x={x.at(tick)}
              y={bottom}
              dy="1.45em"
              textAnchor={last ? 'end' : 'middle'}
            >
              {x.words[k]}
            </text>
          </g>
        );
      })}
      <text className="chart-tick" x={left} dx="-0.6em" y={bottom} dy="1.45em" textAnchor="end">
        {xUnit}
      </text>
    </g>
  );
}
