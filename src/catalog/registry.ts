import type { Entry } from '../nn/Settings.ts';

/** A family of catalog entries, in the order in which a picker lists them. */
export interface Registry<T extends Entry> {
  readonly list: readonly T[];
  /** The entry named `id`; throws with the known names if there is none. */
  readonly get: (id: string) => T;
}

/** Collects a folder's entries; throws if two share an id. */
export function registry<T extends Entry>(family: string, list: readonly T[]): Registry<T> {
  const byId = new Map(list.map((entry) => [entry.id, entry]));
  if (byId.size !== list.length) throw new Error(`two ${family} entries share an id`);
  return {
    list,
    get: (id) => {
      const entry = byId.get(id);
      if (!entry)
        throw new Error(`no ${family} named ${id}; known: ${[...byId.keys()].join(', ')}`);
      return entry;
    },
  };
}
