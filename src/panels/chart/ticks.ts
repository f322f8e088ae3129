import type { Interval } from './Interval.ts';
import { scaleLinear } from 'd3-scale';
import { isPlain } from './formatTicks.ts';

const mantissas = [[1, 2, 5], [1, 3], [1]] as const;

/** Data that lie on a round number up to rounding do not push an axis on to the next. */
const rounding = 1e-12;

/** The interval grown outward to the nearest 1 or 3 times a power of ten; expects positive ends. */
export function niceLog([low, high]: Interval): Interval {
  return [
    landmarks(low).findLast((mark) => mark <= low * (1 + rounding)) ?? low,
    landmarks(high).find((mark) => mark >= high * (1 - rounding)) ?? high,
  ];
}

/** The interval grown outward to round numbers. */
export function niceLinear(domain: Interval, count = 4): Interval {
  const [low = domain[0], high = domain[1]] = scaleLinear(domain, [0, 1]).nice(count).domain();
  return [low, high];
}

/**
 * Round positive numbers within the interval, at most `most`: 1, 2, 5 per decade, or fewer, or every few decades. Where
 * labels are powers of ten, whole powers are enough if there are two of them.
 */
export function logTicks(domain: Interval, most: number): readonly number[] {
  const decades = Math.log10(domain[1] / domain[0]);
  const powers = within(domain, [1], Math.max(1, Math.ceil((decades + 1) / most)));
  if (powers.length >= 2 && !isPlain(powers)) return powers;
  const dense = mantissas.map((set) => within(domain, set, 1));
  return dense.find(({ length }) => length <= most) ?? powers;
}

/** Round numbers within the interval, at most `most` if that is at least 3. */
export function linearTicks(domain: Interval, most: number): readonly number[] {
  const scale = scaleLinear(domain, [0, 1]);
  // d3 takes a number of ticks as a wish.
  for (let count = Math.ceil(most) - 1; count > 1; count--) {
    const ticks = scale.ticks(count);
    if (ticks.length <= most) return ticks;
  }
  return scale.ticks(1);
}

/** Steps 0 to `steps` in equal whole parts where there are some, so that the last step is labelled too. */
export function stepTicks(steps: number, most: number): readonly number[] {
  const parts =
    [4, 5, 6, 3, 2].find((count) => count < most && steps % (10 * count) === 0) ??
    [4, 5, 6, 3, 2].find((count) => count < most && steps % count === 0);
  if (parts === undefined || steps === 0)
    return linearTicks([0, steps], most).filter(Number.isInteger);
  return Array.from({ length: parts + 1 }, (_, k) => (k * steps) / parts);
}

function within([low, high]: Interval, set: readonly number[], every: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const ticks: number[] = [];
  for (let power = Math.ceil(first / every) * every; power <= last; power += every) {
    for (const mantissa of set) ticks.push(Number(`${mantissa}e${power}`));
  }
  return ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
}

/** 1 and 3 times powers of ten around a positive number, growing. */
function landmarks(value: number): readonly number[] {
  const exponent = Math.floor(Math.log10(value));
  return [-1, 0, 1, 2].flatMap((shift) =>
    [1, 3].map((mantissa) => Number(`${mantissa}e${exponent + shift}`)),
  );
}
