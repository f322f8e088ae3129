import { useId, type ReactNode } from 'react';
import type { ColourMap } from './colourMaps.ts';
import { formatTicks } from './formatTicks.ts';
import type { Interval } from './Interval.ts';
import { linearTicks } from './ticks.ts';

interface ColourBarProps {
  readonly map: ColourMap;
  readonly domain: Interval;
  /** Place of the bar itself; it stands upright if it is higher than wide. Numbers are right of it, or below. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Font size of small text. */
  readonly unit: number;
  /** Writes the numbers; short decimals if absent. */
  readonly words?: (ticks: readonly number[]) => readonly string[];
}

const stops = Array.from({ length: 17 }, (_, k) => Math.round((k * 255) / 16));

/** A few round numbers, none for a single value; around zero two of them and zero itself, if no more fit. */
function barTicks([low, high]: Interval, most: number): readonly number[] {
  // Where all entries are one value, it has no place along the bar.
  if (low === high) return [];
  const ticks = linearTicks([low, high], most);
  if (low !== -high || ticks.length >= 3) return ticks;
  // Asked for fewer, it may give zero alone.
  const end = linearTicks([0, high], 3).at(-1) ?? high;
  return [-end, 0, end];
}

/** A slim bar of a colour map with a few round numbers beside it. */
export function ColourBar(props: ColourBarProps): ReactNode {
  const { map, domain, x, y, width, height, unit, words: write = formatTicks } = props;
  const id = useId();
  const upright = height > width;
  const length = Math.max(width, height);
  const [low, high] = domain;
  const ticks = barTicks(domain, Math.max(3, Math.min(5, length / (upright ? 2 : 4) / unit)));
  const words = write(ticks);
  return (
    <g transform={`translate(${x},${y})`}>
      <linearGradient id={id} {...(upright ? { x1: 0, y1: 1, x2: 0, y2: 0 } : {})}>
        {stops.map((k) => (
          <stop
            key={k}
            offset={k / 255}
            stopColor={`rgb(${map.subarray(3 * k, 3 * k + 3).join(',')})`}
          />
        ))}
      </linearGradient>
      <rect width={width} height={height} fill={`url(#${id})`} />
      {ticks.map((tick, k) => {
        const at = ((tick - low) / (high - low)) * length;
        return upright ? (
          <text
            key={tick}
            className="chart-tick"
            x={width}
            dx="0.45em"
            // Numbers at the ends stay beside the bar.
            y={Math.min(length - 0.35 * unit, Math.max(0.35 * unit, length - at))}
            dy="0.35em"
          >
            {words[k]}
          </text>
        ) : (
          <text
            key={tick}
            className="chart-tick"
            x={at}
            y={height}
            dy="1.15em"
            textAnchor={at < unit ? 'start' : at > length - unit ? 'end' : 'middle'}
          >
            {words[k]}
          </text>
        );
      })}
    </g>
  );
}
