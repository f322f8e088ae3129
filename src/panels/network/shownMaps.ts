import type { Shortcut } from './networkPlan.ts';

/** Which maps a diagram shows: the first `head` and the last `tail` ones, with `hidden` between them. */
export interface ShownMaps {
  readonly head: number;
  readonly tail: number;
  readonly hidden: number;
}

/**
 * As many of `count` maps as fit into `slots` places, one of which says how many are left out; whole residual blocks where
 * any fit.
 */
export function shownMaps(count: number, slots: number, shortcuts: readonly Shortcut[]): ShownMaps {
  if (count <= slots) return { head: count, tail: 0, hidden: 0 };
  const cut = (at: number): boolean => shortcuts.some(({ from, to }) => from < at && at <= to);
  const room = Math.max(2, slots - 1);
  let head = Math.ceil(room / 2);
  while (head > 1 && cut(head)) head--;
  let tail = Math.max(1, room - head);
  while (tail > 1 && cut(count - tail)) tail--;
  return { head, tail, hidden: count - head - tail };
}
