import type { Layer } from '../../nn/Layer.ts';
import { trace, type Instruction } from '../../nn/trace.ts';
import type { Window } from '../../nn/Window.ts';

/** One step of a network as an archive writes it: docs/compute.md says what each operation does. */
export interface Step {
  readonly op: string;
  /** Steps whose results it takes, counted from 0, the input. */
  readonly of: readonly number[];
  readonly constants?: readonly (number | Window)[];
  /** An affine map's arrays are weights/<map>/W and, if bias_scale is not null, weights/<map>/b. */
  readonly map?: number;
  readonly weight_scale?: number;
  readonly bias_scale?: number | null;
  /** Which of W and b train. */
  readonly trains?: readonly string[];
}

/** The factors of one affine map: bias_scale is null where it has no bias. */
export interface LayerScales {
  readonly weight_scale: number;
  readonly bias_scale: number | null;
}

/** A network's operations in order and the factors of its affine maps, found by following one sample of d inputs through it. */
export function programOf(
  layer: Layer,
  inputs: number,
): { readonly program: readonly Step[]; readonly layers: readonly LayerScales[] } {
  const maps = layer.shapes.map(
    (_, place) => layer.shapes.slice(0, place + 1).filter(({ role }) => role === 'W').length - 1,
  );
  const program = trace(layer, inputs).map((instruction) => stepOf(instruction, maps));
  const layers: LayerScales[] = [];
  for (const { map, weight_scale = 1, bias_scale = null } of program)
    if (map !== undefined) layers[map] = { weight_scale, bias_scale };
  return { program, layers };
}

function stepOf({ op, of, constants, map }: Instruction, maps: readonly number[]): Step {
  if (!map) return { op, of, ...(constants && { constants }) };
  const { weight, bias, weightScale, biasScale, trained } = map;
  return {
    op,
    of,
    map: maps[weight] ?? weight,
    weight_scale: weightScale,
    bias_scale: bias === undefined ? null : biasScale,
    trains: [
      ...(trained.weight ? ['W'] : []),
      ...(trained.bias && bias !== undefined ? ['b'] : []),
    ],
  };
}
