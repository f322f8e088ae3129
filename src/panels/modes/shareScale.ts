import type { Interval } from '../chart/Interval.ts';
import { scaleOf, type Scale } from '../chart/Scale.ts';
import { logTicks } from '../chart/ticks.ts';

/** A logarithmic axis of a small picture: where words would be long, whole powers of ten alone. */
export function shareScale(domain: Interval, range: Interval, unit: number): Scale {
  const most = Math.max(2, Math.floor((range[0] - range[1]) / (2 * unit)));
  const dense = logTicks(domain, most);
  const powers = dense.filter((tick) => Number.isInteger(Math.log10(tick)));
  return scaleOf('log', domain, range, {
    most,
    ticks: domain[0] < plain && powers.length > 1 ? powers : dense,
  });
}

/** Down to here 2 and 5 times powers of ten are short decimals. */
const plain = 9e-4;
