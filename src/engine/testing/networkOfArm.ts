import type { Settings } from '../../nn/Settings.ts';
import type { Layer } from '../../nn/Layer.ts';
import type { Parameter } from '../../nn/Parameter.ts';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import type { Dimensions } from '../../nn/partsOf.ts';
import { layerOf, weightStream } from '../../spec/layerOf.ts';
import { resolveArms, type Arm } from '../../spec/resolve.ts';

/** The arm that a link with these values names. */
export function armOf(values: Settings): Arm {
  const [arm] = resolveArms({ version: 1, shared: {}, arms: [values] });
  if (!arm) throw new Error('an experiment has at least one arm');
  return arm;
}

/** A network as drawn, without a backend. */
export interface Drawn {
  readonly layer: Layer;
  readonly parameters: readonly Parameter[];
}

/** The network of an arm for these widths of x and y, drawn with `seed`. */
export function drawn(values: Settings, dimensions: Dimensions, seed = 1): Drawn {
  const layer = layerOf(armOf(values), dimensions);
  return { layer, parameters: layer.draw(weightStream(seed, 0)) };
}

/** n×d standard normal inputs, rounded to float32 so that both sides see the same. */
export const inputs = (n: number, d: number): Matrix =>
  matrix(n, d, normals(stream('inputs'), n * d).map(Math.fround));
