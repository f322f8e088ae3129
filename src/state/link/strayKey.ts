import type { Settings } from '../../nn/Settings.ts';
import { familyOf, families } from '../../spec/families.ts';
import { sharedParams } from '../../spec/params.ts';
import { shortened } from './pairsOf.ts';

/**
 * Why a key of a link sets nothing, as a sentence: it belongs to an entry that is not chosen, or to what all arms share,
 * or nothing is known by that name. `chosen` are the settings of the arm that the prefix names, shared ones included.
 */
export function strayKey(key: string, prefix: string, chosen: Settings): string {
  const bare = key.slice(prefix.length);
  const choice = familyOf(bare);
  const isShared =
    bare === 'data' ||
    choice === 'data' ||
    sharedParams(chosen).some((param) => param.key === bare);
  if (prefix !== '' && isShared)
    return `${shortened(key)} is ignored: all networks share the data and the run.`;

  const list = families.get(choice ?? '')?.list ?? [];
  const owners = list.filter(({ params }) =>
    params.some((param) => `${String(choice)}.${param.key}` === bare),
  );
  const used = list.find(({ id }) => id === chosen[choice ?? '']);
  if (owners.length > 0 && used !== undefined) {
    const names = owners.map(({ label }) => label).join(', ');
    return `${shortened(key)} is ignored: it belongs to ${names}, and ${used.label} is chosen.`;
  }
  return `${shortened(key)} is no known setting and is ignored.`;
}
