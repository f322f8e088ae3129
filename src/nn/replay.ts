import type { Ops } from './Ops.ts';
import type { Instruction } from './trace.ts';
import type { Window } from './Window.ts';

/** A result on the way, and the instruction that it is of. */
export interface Replayed<T> {
  readonly at: number;
  readonly value: T;
}

/**
 * Runs a traced network's instructions one by one on any tensors: the same numbers as the network itself, with a chance to
 * look at each result, or to stop, in between. Holds no result longer than it is needed. `replace` may put another tensor in
 * the place of a result before anything takes it.
 */
export function* replay<T>(
  ops: Ops<T>,
  steps: readonly Instruction[],
  parameters: readonly T[],
  x: T,
  replace: (at: number, value: T) => T = (_at, value) => value,
): Generator<Replayed<T>, void, undefined> {
  const lastUse = new Map(steps.flatMap(({ of }, at) => of.map((place) => [place, at] as const)));
  const held = new Map<number, T>();
  for (const [at, step] of steps.entries()) {
    const taken = step.of.map((place) => held.get(place)!);
    const value = replace(at, step.op === 'input' ? x : resultOf(ops, step, taken, parameters));
    step.of.forEach((place) => lastUse.get(place) === at && held.delete(place));
    if (lastUse.has(at)) held.set(at, value);
    yield { at, value };
  }
}

type Operation<T> = (...operands: readonly (T | number | Window)[]) => T;

function resultOf<T>(
  ops: Ops<T>,
  { op, constants = [], map }: Instruction,
  taken: readonly T[],
  parameters: readonly T[],
): T {
  if (map) {
    const { weight, bias, ...factors } = map;
    const own = {
      weight: parameters[weight]!,
      ...(bias !== undefined && { bias: parameters[bias]! }),
    };
    return ops.affine(taken[0]!, { ...own, ...factors });
  }
  if (op === 'join') return ops.join(taken);
  const operation = (ops as unknown as Readonly<Record<string, Operation<T> | undefined>>)[op];
  if (!operation) throw new Error(`there is no operation ${op}`);
  return operation(...taken, ...constants);
}
