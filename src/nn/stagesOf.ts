import type { Instruction } from './trace.ts';

/** A place of a network where a hidden layer hands its numbers on: for one sample, positions×features of them. */
export interface Stage {
  /** The instruction of the trace whose result it is. */
  readonly at: number;
  /** "layer 2"; "stem" and "block 2" of a residual stream; "start" and "step 2" of a recurrent network. */
  readonly label: string;
  readonly positions: number;
  readonly features: number;
}

/**
 * The hidden layers of a traced network, each computed from the one before. In a residual network they are its stream, before
 * the first block and after each. Elsewhere they are what affine maps take in, but for the inputs. Where there are several
 * ways through a network the first is followed: in a mirrored one, the first copy; in a recurrent one, all steps of the lowest
 * layer, and then up at the last step.
 */
export function stagesOf(steps: readonly Instruction[]): readonly Stage[] {
  const behind = ancestorsOf(steps);
  const sums = steps.flatMap(({ op, of }, at) => {
    const from = op === 'add' ? streamIn(steps, behind, of) : undefined;
    return from === undefined ? [] : [from, at];
  });
  const residual = sums.length > 0;
  const sources = steps.flatMap(({ map, of: [from = 0] }) => (map ? [sourceOf(steps, from)] : []));
  const shared = sharedMaps(steps);
  const afterShared = (at: number): boolean => shared.some((map) => leads(behind, map, at));
  const line = inLine(residual ? sums : sources, steps, behind);
  const loops = line.filter(afterShared);
  const most = longest(steps);
  return line.map((at, place): Stage => {
    const { positions, features } = steps[at]!;
    const label = residual
      ? blockLabel(place)
      : shared.length > 0
        ? stepLabel(loops.indexOf(at), most)
        : `layer ${place + 1}`;
    return { at, label, positions, features };
  });
}

const blockLabel = (place: number): string => (place === 0 ? 'stem' : `block ${place}`);

/** Of the states of a recurrent network: those of the lowest layer by steps, then the last ones of the layers above. */
const stepLabel = (place: number, steps: number): string =>
  place < 0 ? 'start' : place < steps ? `step ${place + 1}` : `layer ${place - steps + 2}`;

/** For each instruction, which ones its result depends on (1), itself included. */
function ancestorsOf(steps: readonly Instruction[]): readonly Uint8Array[] {
  const all: Uint8Array[] = [];
  steps.forEach(({ of }, at) => {
    const own = new Uint8Array(steps.length);
    own[at] = 1;
    for (const place of of) all[place]?.forEach((is, k) => (own[k]! |= is));
    all.push(own);
  });
  return all;
}

const leads = (behind: readonly Uint8Array[], from: number, to: number): boolean =>
  behind[to]?.[from] === 1;

/** The stream of a residual sum: the operand from which an affine map leads to the other one. */
function streamIn(
  steps: readonly Instruction[],
  behind: readonly Uint8Array[],
  [a = 0, b = 0]: readonly number[],
): number | undefined {
  const branches = (from: number, to: number): boolean =>
    leads(behind, from, to) &&
    steps.some(
      ({ map }, at) => map && at !== from && leads(behind, from, at) && leads(behind, at, to),
    );
  return branches(a, b) ? a : branches(b, a) ? b : undefined;
}

/** What is taken in, before it was laid out anew for an affine map; of several states side by side, the last. */
function sourceOf(steps: readonly Instruction[], at: number): number {
  const { op, of } = steps[at]!;
  const rearranged = ['patches', 'regroup', 'average', 'columns', 'join'].includes(op);
  return rearranged ? sourceOf(steps, of.at(-1)!) : at;
}

/** Those of the places that come after an affine map, each computed from the one before. */
function inLine(
  places: readonly number[],
  steps: readonly Instruction[],
  behind: readonly Uint8Array[],
): readonly number[] {
  const line: number[] = [];
  for (const place of places) {
    const last = line.at(-1);
    const hidden = steps.some(({ map }, at) => map && leads(behind, at, place));
    if (hidden && place !== last && (last === undefined || leads(behind, last, place)))
      line.push(place);
  }
  return line;
}

/** The uses of affine maps that are used more than once. */
const sharedMaps = (steps: readonly Instruction[]): readonly number[] =>
  steps.flatMap(({ map }, at) => (map && usesOf(steps, map.weight) > 1 ? [at] : []));

/** Steps of a recurrent network: the most uses of any map. */
const longest = (steps: readonly Instruction[]): number =>
  Math.max(1, ...steps.map(({ map }) => (map ? usesOf(steps, map.weight) : 1)));

const usesOf = (steps: readonly Instruction[], weight: number): number =>
  steps.filter(({ map }) => map?.weight === weight).length;
