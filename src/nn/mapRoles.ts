import type { Instruction } from './trace.ts';

/**
 * What an affine map does: 'input' reads a step of a sequence or of the layer below, 'recurrent' the state of the step before,
 * and 'start' makes the first such state.
 */
export type Role = 'dense' | 'conv' | 'input' | 'recurrent' | 'start' | 'readout';

/** A map's role, how often it is used, and the first instruction that uses it. */
export interface MapRole {
  readonly role: Role;
  readonly uses: number;
  readonly at: number;
}

/** The roles of a network's affine maps by the places of their weights, told from what flows where. */
export function mapRoles(steps: readonly Instruction[]): ReadonlyMap<number, MapRole> {
  const uses = new Map<number, number[]>();
  steps.forEach(({ map }, at) => {
    if (map) uses.set(map.weight, [...(uses.get(map.weight) ?? []), at]);
  });
  const isShared = (weight: number): boolean => (uses.get(weight)?.length ?? 0) > 1;
  const behind = sharedBehind(steps, isShared);
  const before = (at: number): ReadonlySet<number> => behind[steps[at]!.of[0]!]!;
  const inSteps = [...uses.keys()].some(isShared);
  const last = steps.findLastIndex(({ map }) => map);

  const roleOf = (weight: number, places: readonly number[]): Role => {
    const at = places[0]!;
    if (at === last) return 'readout';
    if (steps[steps[at]!.of[0]!]?.op === 'patches') return 'conv';
    if (!inSteps) return 'dense';
    if (isShared(weight))
      return places.some((place) => before(place).has(weight)) ? 'recurrent' : 'input';
    // With two steps only there is one way from state to state.
    return before(at).size > 0 ? 'recurrent' : 'start';
  };
  return new Map(
    [...uses].map(([weight, places]) => [
      weight,
      { role: roleOf(weight, places), uses: places.length, at: places[0]! },
    ]),
  );
}

/** For each instruction the shared weights that its result depends on. */
function sharedBehind(
  steps: readonly Instruction[],
  isShared: (weight: number) => boolean,
): readonly ReadonlySet<number>[] {
  const behind: Set<number>[] = [];
  for (const { of, map } of steps) {
    const all = new Set(of.flatMap((place) => [...(behind[place] ?? [])]));
    if (map && isShared(map.weight)) all.add(map.weight);
    behind.push(all);
  }
  return behind;
}
