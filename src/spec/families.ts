import { activations } from '../catalog/activations/index.ts';
import { architectures } from '../catalog/architectures/index.ts';
import { datasets } from '../catalog/datasets/index.ts';
import { initializers } from '../catalog/initializers/index.ts';
import type { Registry } from '../catalog/registry.ts';
import type { Entry } from '../nn/Settings.ts';

/** The catalog's families by the key that chooses among them. An entry's own settings follow a dot: `act.slope`. */
export const families: ReadonlyMap<string, Registry<Entry>> = new Map<string, Registry<Entry>>([
  ['data', datasets],
  ['net', architectures],
  ['act', activations],
  ['init', initializers],
]);

/** The choice that a dotted key belongs to (`act` for `act.slope`); undefined for `rate.unit`, which stands by itself. */
export function familyOf(key: string): string | undefined {
  const [family, ...rest] = key.split('.');
  return rest.length > 0 && family !== undefined && families.has(family) ? family : undefined;
}
