import type { Layer } from '../../nn/Layer.ts';
import { mapRoles, type MapRole } from '../../nn/mapRoles.ts';
import type { Instruction } from '../../nn/trace.ts';
import { trace } from '../../nn/trace.ts';
import type { Window } from '../../nn/Window.ts';

/** One affine map of a network as a diagram shows it. */
export interface PlannedMap {
  /**
   * "dense", "conv 3×3", "readout"; in a recurrent network "input" of each step and "recurrent" from state to state. With a prime
   * in the second copy of a mirrored network.
   */
  readonly name: string;
  /** What enters and what leaves: "64", or positions and channels, "8×8×16". */
  readonly input: string;
  readonly output: string;
  /** Numbers in W and b, and how many of them train. */
  readonly parameters: number;
  readonly trained: number;
  /** How many steps share it; 1 but in a recurrent network. */
  readonly times: number;
  /** It is fed what it gave a step before. */
  readonly loops: boolean;
  /** It belongs to the second copy of a mirrored network. */
  readonly twin: boolean;
}

/** What is added to the output of map `to`: the stream as it was before map `from`, with the factor of the branch between. */
export interface Shortcut {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
}

/** A network's affine maps in the order of the forward pass, and what bypasses them. */
export interface NetworkPlan {
  readonly maps: readonly PlannedMap[];
  readonly shortcuts: readonly Shortcut[];
}

/** Reads off a network, as it runs on one sample of d inputs, what a diagram of it shows. */
export function networkPlan(layer: Layer, inputs: number): NetworkPlan {
  const steps = trace(layer, inputs);
  const roles = [...mapRoles(steps)].sort(([a], [b]) => a - b);
  const order = new Map(roles.map(([weight], place) => [weight, place]));
  const last = latestMaps(steps, order);
  const maps = roles.map(([, role]) => plannedMap(steps, role));
  const shortcuts = steps.flatMap(({ op, of: [x = 0, branch = 0] }): readonly Shortcut[] => {
    const from = last[x]! + 1;
    const to = last[branch]!;
    if (op !== 'add' || from > to || !leadsTo(steps, x, branch)) return [];
    return [{ from, to, factor: factorOf(steps[branch]!) }];
  });
  return { maps, shortcuts };
}

/** For each instruction the latest map (by its order) that its result depends on; −1 for none. */
function latestMaps(
  steps: readonly Instruction[],
  order: ReadonlyMap<number, number>,
): readonly number[] {
  const last: number[] = [];
  for (const { of, map } of steps) {
    const own = map ? (order.get(map.weight) ?? -1) : -1;
    last.push(Math.max(own, ...of.map((place) => last[place]!)));
  }
  return last;
}

function plannedMap(steps: readonly Instruction[], { role, uses, at, twin }: MapRole): PlannedMap {
  const { of, positions, features, map } = steps[at]!;
  const before = steps[of[0] ?? 0]!;
  const window = before.op === 'patches' ? windowIn(before) : undefined;
  const weights = before.features * features;
  const biases = map?.bias === undefined ? 0 : features;
  const channels = window ? before.features / window.taps.length : before.features;
  // What is read at every step of a sequence is a line of steps.
  const places = role === 'input' ? uses : positions;
  return {
    name: (window ? `conv ${sizeOf(window)}` : role) + (twin ? '′' : ''),
    input: shapeOf(window, places, channels),
    output: shapeOf(window, places, features),
    parameters: weights + biases,
    trained: (map?.trained.weight ? weights : 0) + (map?.trained.bias ? biases : 0),
    times: uses,
    loops: role === 'recurrent',
    twin,
  };
}

/** Whether the result of a later instruction depends on that of an earlier one. */
function leadsTo(steps: readonly Instruction[], earlier: number, later: number): boolean {
  const waiting = [later];
  const seen = new Set(waiting);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (place === earlier) return true;
    for (const source of steps[place]!.of) {
      if (source < earlier || seen.has(source)) continue;
      seen.add(source);
      waiting.push(source);
    }
  }
  return false;
}

const factorOf = ({ op, constants }: Instruction): number =>
  op === 'scale' && typeof constants?.[0] === 'number' ? constants[0] : 1;

const windowIn = ({ constants }: Instruction): Window | undefined =>
  constants?.find((constant) => typeof constant !== 'number');

const sizeOf = ({ rows, taps }: Window): string =>
  rows > 1 ? `${Math.sqrt(taps.length)}×${Math.sqrt(taps.length)}` : String(taps.length);

function shapeOf(window: Window | undefined, positions: number, channels: number): string {
  if (window && window.rows > 1) return `${window.rows}×${window.columns}×${channels}`;
  return positions > 1 ? `${positions}×${channels}` : String(channels);
}
