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
  /** It belongs to the second copy of a mirrored network. */
  readonly twin: boolean;
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
  const toLast = waysTo(steps, last);
  // The maps of a first copy, which end in a readout of their own, have no way to the readout of the second.
  const first = steps.findLastIndex(({ map }, at) => map && !toLast.has(at));

  const roleOf = (weight: number, places: readonly number[]): Role => {
    const at = places[0]!;
    if (at === last || at === first) return 'readout';
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
      {
        role: roleOf(weight, places),
        uses: places.length,
        at: places[0]!,
        twin: first >= 0 && toLast.has(places[0]!),
      },
    ]),
  );
}

/** The places of all instructions that the result of one depends on, and its own. */
function waysTo(steps: readonly Instruction[], place: number): ReadonlySet<number> {
  const ways = new Set([place]);
  for (let at = place; at >= 0; at--)
    if (ways.has(at)) for (const source of steps[at]!.of) ways.add(source);
  return ways;
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
