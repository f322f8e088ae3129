import { placeAt, type Series } from '../chart/Series.ts';
import type { LazyArm } from './lazyArms.ts';

/** A network is lazy while its outputs are no farther off its tangent than this, and its kernel has moved no more. */
export const lazyUpTo = 0.1;
/** It is rich when half of what has been learnt is not on the tangent, or the kernel has moved by half of itself. */
export const richFrom = 0.5;

/** What is to be said of an arm at a step. */
export interface Verdict {
  /** The measured step that it is of. */
  readonly step: number;
  /** Its number: how far off the tangent, or where there is none how far the kernel has moved. */
  readonly value: number;
  readonly of: 'tangent' | 'kernel';
  /** Up to which step there was a tangent to compare with, if there was one. */
  readonly until?: number;
  /** How far the kernel has moved, where that is known. */
  readonly moved: number | undefined;
  readonly word: 'lazy' | 'leaving' | 'rich' | 'at its start' | 'catapult' | 'diverged';
}

/** The verdict on an arm at a step; undefined before anything is known. */
export function verdictOf(arm: LazyArm, step: number): Verdict | undefined {
  const off = step > arm.tangentEnds ? undefined : latest(arm.outputs, step);
  const moved = latest(arm.change, step);
  const found = off ?? moved;
  if (!found) return undefined;
  return {
    step: found.step,
    value: found.value,
    of: off ? 'tangent' : 'kernel',
    ...(step > arm.tangentEnds && { until: arm.tangentEnds }),
    moved: moved?.value,
    word: wordOf(arm, found.step, step, [off?.value ?? 0, moved?.value ?? 0]),
  };
}

/**
 * Both numbers count: close to the targets all outputs agree, whatever has become of the kernel, and one kernel may lead elsewhere
 * than another that looks like it.
 */
function wordOf(
  { ended, beyond }: LazyArm,
  measured: number,
  step: number,
  numbers: readonly number[],
): Verdict['word'] {
  if (ended !== undefined && step >= ended) return 'diverged';
  if (measured === 0) return 'at its start';
  const far = Math.max(...numbers);
  if (far <= lazyUpTo) return 'lazy';
  if (beyond) return 'catapult';
  return far < richFrom ? 'leaving' : 'rich';
}

function latest(
  series: Series,
  step: number,
): { readonly step: number; readonly value: number } | undefined {
  const place = Math.max(0, placeAt(series, step));
  const value = series.mean[place];
  return value === undefined ? undefined : { step: series.x[place]!, value };
}
