import { placeAt, type Series } from '../chart/Series.ts';
import type { LazyArm } from './lazyArms.ts';

/** Up to this share off its tangent a network is called lazy, and beyond the other rich. */
export const lazyUpTo = 0.1;
/** Half of what has been learnt is not on the tangent. */
export const richFrom = 0.5;

/** The number of one arm at a step, what it is of, and the word for it. */
export interface Verdict {
  /** The measured step that it is of. */
  readonly step: number;
  readonly value: number;
  /** Off the tangent, or where there is none how far the kernel has moved. */
  readonly of: 'tangent' | 'kernel';
  readonly word: 'lazy' | 'leaving' | 'rich' | 'at its start';
}

/** What is to be said of an arm at a step; undefined before anything is known. */
export function verdictOf({ outputs, change }: LazyArm, step: number): Verdict | undefined {
  const off = latest(outputs, step);
  const found = off ?? latest(change, step);
  if (!found) return undefined;
  const { value, step: at } = found;
  const word =
    at === 0 ? 'at its start' : value <= lazyUpTo ? 'lazy' : value < richFrom ? 'leaving' : 'rich';
  return { step: at, value, of: off ? 'tangent' : 'kernel', word };
}

function latest(
  series: Series,
  step: number,
): { readonly step: number; readonly value: number } | undefined {
  const place = Math.max(0, placeAt(series, step));
  const value = series.mean[place];
  return value === undefined ? undefined : { step: series.x[place]!, value };
}
