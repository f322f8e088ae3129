import { useState } from 'react';
import type { Interval } from './Interval.ts';

/**
 * The domain an axis shows: the wanted one, or the one it showed before for as long as that holds all data and is not
 * much too wide, so that the axis keeps still from frame to frame and from run to run. `measure` maps to where
 * widths compare (log for a log axis).
 */
export function useSteadyDomain(
  wanted: Interval | undefined,
  fallback: Interval,
  measure: (value: number) => number = (value) => value,
): Interval {
  const [held, setHeld] = useState(wanted);
  const next = wanted === undefined || (held && stillFits(held, wanted, measure)) ? held : wanted;
  if (next !== held) setHeld(next);
  return next ?? fallback;
}

/** Up to this many times the wanted width a domain is kept. */
const slack = 1.35;

function stillFits(held: Interval, wanted: Interval, measure: (value: number) => number): boolean {
  const width = ([low, high]: Interval): number => measure(high) - measure(low);
  return held[0] <= wanted[0] && held[1] >= wanted[1] && width(held) <= slack * width(wanted);
}
