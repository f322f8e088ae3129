import { superscript } from '../chart/digits.ts';
import type { Interval } from '../chart/Interval.ts';
import type { Scale } from '../chart/Scale.ts';

/** σ_b² at a height from 0 to 1: equal steps of its fourth root, so that 10⁻⁵ and ½ both show, and zero too. */
export const biasAt = (height: number, most: number): number => most * Math.max(0, height) ** 4;

/** An axis of σ_b² from 0 to `most` by fourth roots, with ticks that are at least `apart` pixels from each other. */
export function biasScale(most: number, range: Interval, apart: number): Scale {
  const [bottom, top] = range;
  const at = (value: number): number =>
    bottom + (top - bottom) * Math.sqrt(Math.sqrt(Math.max(0, value) / most));
  const ticks: number[] = [];
  // From the top, since the large ones tell more; zero always.
  for (const tick of [100, 10, 1, 0.1, 0.01, 1e-3, 1e-4, 1e-5]) {
    const pixel = at(tick);
    const clear = [bottom, ...ticks.map(at)].every((other) => Math.abs(other - pixel) >= apart);
    if (tick <= most && clear) ticks.push(tick);
  }
  ticks.push(0);
  return {
    kind: 'linear',
    domain: [0, most],
    range,
    at,
    invert: (pixel) => biasAt((pixel - bottom) / (top - bottom), most),
    ticks,
    words: ticks.map((tick) =>
      tick > 0 && tick < 1e-3 ? `10${superscript(Math.round(Math.log10(tick)))}` : String(tick),
    ),
  };
}
