import type { Parts } from './Architecture.ts';
import { convolution } from './convolution.ts';
import { dense, type DenseOptions } from './dense.ts';
import type { Grid } from './Grid.ts';
import type { WeightShape } from './Initializer.ts';
import type { Layer } from './Layer.ts';

/** What an arm says of all its affine maps, and its activation. */
export interface PartOptions extends Omit<DenseOptions, keyof WeightShape | 'trained'> {
  readonly activation: Layer;
}

/** What a network needs to know of the data: widths of x and y, and how inputs lie if not in a line of single numbers. */
export interface Dimensions {
  readonly inputs: number;
  readonly outputs: number;
  readonly grid?: Grid | undefined;
}

/** The pieces that architectures are built from, for an arm's options and data of these dimensions. */
export function partsOf({ activation, ...shared }: PartOptions, dimensions: Dimensions): Parts {
  const { inputs, outputs, grid } = dimensions;
  const { weightVariance } = shared;
  return {
    inputs,
    outputs,
    grid: grid ?? { rows: 1, columns: inputs, channels: 1 },
    weightVariance,
    activation,
    affine: (map) => dense({ ...shared, ...map, bias: shared.bias && map.bias !== false }),
    convolution: (map) =>
      convolution(map, {
        ...shared,
        weightVariance: map.weightVariance ?? weightVariance,
        bias: shared.bias && map.bias !== false,
        ...(map.trained && { trained: map.trained }),
      }),
  };
}
