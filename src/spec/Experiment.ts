import type { Settings } from '../nn/Settings.ts';

/** The version of the link format that this code writes. Defaults belong to a version and never change within it. */
export const currentVersion = 1;

/** At most four networks are compared. */
export const armLabels = ['A', 'B', 'C', 'D'] as const;

/** The name of an arm, the same in links, panels and archives. */
export type ArmLabel = (typeof armLabels)[number];

/**
 * Everything that decides the numbers, and nothing else: a plain value that can be varied by key. Keys are those of a
 * link (`data`, `data.n`, `net.width`, `init`, …). The first arm is complete; later arms hold only what they set
 * themselves and take the rest from the first.
 */
export interface Experiment {
  readonly version: 1;
  readonly shared: Settings;
  readonly arms: readonly [first: Settings, ...later: Settings[]];
}
