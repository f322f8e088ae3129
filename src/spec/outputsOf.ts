import type { Settings } from '../nn/Settings.ts';
import { entryOf } from './families.ts';

/** How many outputs networks have for these shared settings (complete, keyed as in a link), without drawing any data. */
export function outputsOf(shared: Settings): number {
  const many = entryOf('data', shared)?.manyOutputs;
  return many?.counts[String(shared[`data.${many.key}`])] ?? 1;
}
