import { matrix, type Matrix } from '../math/matrix.ts';
import { matrixOps } from './matrixOps.ts';
import { replay } from './replay.ts';
import { sensitivities } from './sensitivities.ts';
import { mapsOf, type Instruction, type MapFacts } from './trace.ts';

/** One use of an affine map on n samples, P positions each. */
export interface MapUse {
  readonly map: MapFacts;
  /** What went in, (n·P)×in. */
  readonly input: Matrix;
  /** ∂f_k of what came out: K blocks of (n·P)×out, one below the other. */
  readonly of: Matrix;
}

/** A network's outputs (n×K) and all that its first derivatives by weights are made of, in float64. */
export interface Tangent64 {
  readonly outputs: Matrix;
  /** By weight; a map without any way to the outputs is left out. */
  readonly uses: ReadonlyMap<number, readonly MapUse[]>;
}

/** Runs a traced network forward and, for each of its outputs, back on rows x (n×d); parameters in the order of `draw`. */
export function tangent64(
  steps: readonly Instruction[],
  parameters: readonly Matrix[],
  x: Matrix,
): Tangent64 {
  const values = Array.from(replay(matrixOps, steps, parameters, x), ({ value }) => value);
  const places = steps.flatMap(({ map }, at) => (map ? [at] : []));
  const found = sensitivities(steps, parameters, values, new Set(places));
  const maps = mapsOf(steps);
  const uses = new Map<number, MapUse[]>();
  places.forEach((at, k) => {
    const of = found.get(at);
    if (!of) return;
    const map = maps[k]!;
    const use = { map, input: values[steps[at]!.of[0]!]!, of };
    uses.set(map.weight, [...(uses.get(map.weight) ?? []), use]);
  });
  const last = values.at(-1)!;
  return { outputs: matrix(x.rows, last.data.length / x.rows, last.data), uses };
}
