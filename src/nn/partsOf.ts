import type { MapOptions, Parts } from './Architecture.ts';
import { convolution } from './convolution.ts';
import { dense, type DenseOptions } from './dense.ts';
import type { Grid } from './Grid.ts';
import type { Initializer, MapPlace, Nonlinearity, WeightShape } from './Initializer.ts';
import type { Layer } from './Layer.ts';
import type { Settings } from './Settings.ts';

/** An initializer with its own settings. */
export interface Drawn {
  readonly initializer: Initializer;
  readonly initializerSettings: Settings;
}

/** What an arm says of all its affine maps, and its activation. */
export interface PartOptions extends Omit<DenseOptions, keyof WeightShape | 'trained'> {
  readonly activation: Layer;
  readonly nonlinearity?: Nonlinearity;
  /** The first map and the readout may be drawn in another way than the rest. */
  readonly overrides?: Partial<Record<MapPlace, Drawn>>;
}

/** What a network needs to know of the data: widths of x and y, and how inputs lie if not in a line of single numbers. */
export interface Dimensions {
  readonly inputs: number;
  readonly outputs: number;
  readonly grid?: Grid | undefined;
}

/** The pieces that architectures are built from, for an arm's options and data of these dimensions. */
export function partsOf(
  { activation, nonlinearity, overrides, ...shared }: PartOptions,
  dimensions: Dimensions,
): Parts {
  const { inputs, outputs, grid } = dimensions;
  const { weightVariance } = shared;
  const optionsOf = (map: WeightShape & MapOptions) => ({
    ...shared,
    ...overrides?.[map.place ?? 'inner'],
    ...(nonlinearity && { nonlinearity }),
    weightVariance: map.weightVariance ?? weightVariance,
    bias: shared.bias && map.bias !== false,
    ...(map.trained && { trained: map.trained }),
  });
  return {
    inputs,
    outputs,
    grid: grid ?? { rows: 1, columns: inputs, channels: 1 },
    weightVariance,
    activation,
    affine: (map) => dense({ ...map, ...optionsOf(map) }),
    convolution: (map) => convolution(map, optionsOf(map)),
  };
}
