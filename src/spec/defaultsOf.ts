import type { Param, Settings, Value } from '../nn/Settings.ts';
import { familyOf } from './families.ts';

/**
 * What a setting is when a link of some version does not say: the answer for one parameter, given which catalog
 * entries are chosen beside it.
 */
export type Defaults = (param: Param, chosen: Settings) => Value;

/**
 * Defaults that are no longer what they were, by link version and then by key, with the entry's id before a key that
 * belongs to one: `sw2`, `fc/net.width`. Version 1 is the current one, so nothing has changed since.
 */
const changedSince: Changes = { 1: {} };

type Changes = Readonly<Record<number, Readonly<Record<string, Value>>>>;

/**
 * The defaults of a link version. The current version's are what the parameters say; an older one's are what they said
 * then, so that an old link keeps its meaning.
 */
export function defaultsOf(version: number, changes: Changes = changedSince): Defaults {
  const changed = new Map(Object.entries(changes[version] ?? {}));
  return (param, chosen) => changed.get(frozenKey(param.key, chosen)) ?? param.default;
}

/** The name under which a default is kept for ever: `sw2`, or `fc/net.width` if an entry owns the setting. */
export function frozenKey(key: string, chosen: Settings): string {
  const choice = familyOf(key);
  return choice === undefined ? key : `${String(chosen[choice])}/${key}`;
}
