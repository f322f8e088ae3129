import type { Optimizer, VectorOps } from '../Optimizer.ts';
import type { Settings } from '../Settings.ts';
import { descent, type Motion } from './Motion.ts';

/** Whether an optimizer's steps are linear in the gradients so far, so that a tangent model goes as its kernel says. */
export const isLinear = ({ adaptive }: Optimizer): boolean => adaptive !== true;

/**
 * The motion of modes under an optimizer whose steps are linear in the gradients so far: q and what is remembered follow one
 * affine map per step, read off the update rule itself, and many steps are taken by repeated squaring of it. Throws a RangeError
 * for other optimizers.
 */
export function linearMotion(optimizer: Optimizer, settings: Settings): Motion {
  if (!isLinear(optimizer))
    throw new RangeError(`Steps of ${optimizer.label} are not linear in the gradients`);
  if (optimizer.memory === 0) return descent;
  const size = optimizer.memory + 1;
  /** One step of [q, memory…] where the whole gradient of the mode is x·q − target. */
  const stepped = (x: number, [q = 0, ...memory]: readonly number[], target: number) => {
    const { direction, memory: after } = optimizer.update(
      numberOps,
      x * q - target,
      memory,
      settings,
      1,
    );
    return [q - direction, ...after];
  };
  const nothing = Array.from({ length: size }, () => 0);
  return (x) => {
    const columns = nothing.map((_, j) => stepped(x, nothing.with(j, 1), 0));
    const map: Affine = {
      matrix: Float64Array.from(nothing.flatMap((_, i) => columns.map((column) => column[i]!))),
      shift: Float64Array.from(stepped(x, nothing, 1)),
    };
    const powers = [map];
    return (t) => repeated(powers, t);
  };
}

/** s ← M·s + b. */
interface Affine {
  readonly matrix: Float64Array;
  readonly shift: Float64Array;
}

/** The first number after t times the map, from zeros. `powers` are the map taken 1, 2, 4, … times, and become more as needed. */
function repeated(powers: Affine[], t: number): number {
  let state: Float64Array = new Float64Array(powers[0]!.shift.length);
  for (let k = 0, rest = t; rest > 0; k++, rest = Math.floor(rest / 2)) {
    const power = (powers[k] ??= twice(powers[k - 1]!));
    if (rest % 2 === 1) state = applied(power, state);
  }
  return state[0]!;
}

const twice = (map: Affine): Affine => ({
  matrix: squared(map.matrix, map.shift.length),
  shift: applied(map, map.shift),
});

function applied({ matrix, shift }: Affine, state: Float64Array): Float64Array {
  const size = state.length;
  const result = shift.slice();
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) result[i]! += matrix[i * size + j]! * state[j]!;
  return result;
}

function squared(matrix: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        result[i * size + j]! += matrix[i * size + k]! * matrix[k * size + j]!;
  return result;
}

const numberOps: VectorOps<number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  scale: (a, factor) => a * factor,
  shift: (a, c) => a + c,
  sqrt: Math.sqrt,
};
