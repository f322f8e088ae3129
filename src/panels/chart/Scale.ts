import { scaleLinear, scaleLog } from 'd3-scale';
import { formatTicks } from './formatTicks.ts';
import type { Interval } from './Interval.ts';
import { linearTicks, logTicks } from './ticks.ts';

/** One axis: where a value lies in pixels, what value lies there, and which values are labelled. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly domain: Interval;
  readonly range: Interval;
  /** Pixel of a value; NaN where there is none (zero on a log axis). */
  readonly at: (value: number) => number;
  readonly invert: (pixel: number) => number;
  readonly ticks: readonly number[];
  readonly words: readonly string[];
}

/** A scale over a domain (positive on a log axis) onto pixels. `ticks` overrides the chosen ones. */
export function scaleOf(
  kind: 'linear' | 'log',
  domain: Interval,
  range: Interval,
  options: {
    readonly most: number;
    readonly ticks?: readonly number[];
    readonly words?: (ticks: readonly number[]) => readonly string[];
  },
): Scale {
  const d3 = kind === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range);
  const ticks =
    options.ticks ??
    (kind === 'log' ? logTicks(domain, options.most) : linearTicks(domain, options.most));
  return {
    kind,
    domain,
    range,
    at: (value) => (kind === 'log' && !(value > 0) ? NaN : d3(value)),
    invert: (pixel) => d3.invert(pixel),
    ticks,
    words: (options.words ?? formatTicks)(ticks),
  };
}
