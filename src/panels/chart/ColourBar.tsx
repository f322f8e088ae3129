import { useId, type ReactNode } from 'react';
import type { ColourMap } from './colourMaps.ts';
import { formatTicks } from './formatTicks.ts';
import type { Interval } from './Interval.ts';

interface ColourBarProps {
  readonly map: ColourMap;
  readonly domain: Interval;
  /** Place of the bar itself in the plot's SVG; ticks stand below it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly ticks: readonly number[];
}

const stops = Array.from({ length: 17 }, (_, k) => Math.round((k * 255) / 16));

/** A slim horizontal bar of a colour map with its numbers below. */
export function ColourBar({ map, domain, x, y, width, height, ticks }: ColourBarProps): ReactNode {
  const id = useId();
  const [low, high] = domain;
  const words = formatTicks(ticks);
  return (
    <g transform={`translate(${x},${y})`}>
      <linearGradient id={id}>
        {stops.map((k) => (
          <stop
            key={k}
            offset={k / 255}
            stopColor={`rgb(${map.subarray(3 * k, 3 * k + 3).join(',')})`}
          />
        ))}
      </linearGradient>
      <rect width={width} height={height} rx={1} fill={`url(#${id})`} />
      {ticks.map((tick, k) => (
        <text
          key={tick}
          className="chart-tick"
          x={high > low ? ((tick - low) / (high - low)) * width : 0}
          y={height}
          dy="1.1em"
          textAnchor={k === 0 ? 'start' : k === ticks.length - 1 ? 'end' : 'middle'}
        >
          {words[k]}
        </text>
      ))}
    </g>
  );
}
