import type { Settings } from '../nn/Settings.ts';

/** β of an arm with these settings, by which training in the long run goes 1/(1 − β) times as far; 0 without momentum. */
export const momentumOf = (values: Settings): number =>
  withMomentum.has(values.opt) ? Number(values['opt.beta']) : 0;

const withMomentum: ReadonlySet<unknown> = new Set(['momentum', 'nesterov']);
