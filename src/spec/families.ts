import { entries, type EntryFacts } from '../catalog/entries.ts';
import { registry, type Registry } from '../catalog/registry.ts';
import type { Settings } from '../nn/Settings.ts';

/** The word of a first map or a readout that is drawn as the hidden maps are. */
export const sameAsHidden = 'same';

const same: EntryFacts = {
  id: sameAsHidden,
  label: 'as hidden layers',
  explain: 'Drawn as the hidden layers are, with the same settings.',
  params: [],
};
const overrides = [same, ...entries.init];

/**
 * The catalog's families by the key that chooses among them. An entry's own settings follow a dot: `act.slope`. The first map
 * and the readout choose among the same initializers as the hidden maps, or take theirs.
 */
export const families: ReadonlyMap<string, Registry<EntryFacts>> = new Map([
  ['data', registry('data set', entries.data)],
  ['net', registry('architecture', entries.net)],
  ['act', registry('activation', entries.act)],
  ['init', registry('initializer', entries.init)],
  ['initFirst', registry('initializer', overrides)],
  ['initLast', registry('initializer', overrides)],
  ['opt', registry('optimizer', entries.opt)],
]);

/** The choice that a dotted key belongs to (`act` for `act.slope`); undefined for `rate.unit`, which stands by itself. */
export function familyOf(key: string): string | undefined {
  const [family, ...rest] = key.split('.');
  return rest.length > 0 && family !== undefined && families.has(family) ? family : undefined;
}

/** The entry that these settings choose in a family; the family's first one where they name none that is known. */
export function entryOf(family: string, chosen: Settings): EntryFacts | undefined {
  const list = families.get(family)?.list ?? [];
  return list.find(({ id }) => id === chosen[family]) ?? list[0];
}
