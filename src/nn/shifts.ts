import { seenBy, type Window } from './Window.ts';

/** Positions `to` and on, `length` of them: the taps in `taps` see what lies `ahead` of each (one number a tap). */
export interface Stretch {
  readonly to: number;
  readonly length: number;
  readonly taps: readonly number[];
  readonly ahead: readonly number[];
}

/** For each tap what it sees from each position (−1 for a zero beyond the border), and stretches that see alike. */
export interface Shifts {
  readonly sees: readonly Int32Array[];
  readonly stretches: readonly Stretch[];
}

/** A rectangle of taps: each of its steps down, followed by each of its steps right. */
export interface Steps {
  readonly down: Shifts;
  readonly right: Shifts;
}

/** The steps of a window, kept between calls, since every block of every kernel asks again; throws where taps fill no rectangle. */
export function shiftsOf(window: Window): Steps {
  const found = known.get(window) ?? stepsOf(window);
  known.set(window, found);
  return found;
}

const known = new WeakMap<Window, Steps>();

function stepsOf(window: Window): Steps {
  const downs = [...new Set(window.taps.map(([down]) => down))];
  const rights = [...new Set(window.taps.map(([, right]) => right))];
  if (downs.length * rights.length !== window.taps.length)
    throw new Error('the taps of a window fill a rectangle');
  return {
    down: shifts(downs.map((down) => seenBy(window, [down, 0]))),
    right: shifts(rights.map((right) => seenBy(window, [0, right]))),
  };
}

function shifts(sees: readonly Int32Array[]): Shifts {
  const stretches: Stretch[] = [];
  const count = sees[0]?.length ?? 0;
  for (let to = 0; to < count; to++) {
    const taps = [...sees.keys()].filter((tap) => sees[tap]![to]! >= 0);
    const ahead = taps.map((tap) => sees[tap]![to]! - to);
    const last = stretches.at(-1);
    if (last && equal(last.taps, taps) && equal(last.ahead, ahead))
      stretches[stretches.length - 1] = { ...last, length: last.length + 1 };
    else stretches.push({ to, length: 1, taps, ahead });
  }
  return { sees, stretches };
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, k) => value === b[k]);
