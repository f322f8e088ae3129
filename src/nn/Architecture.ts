import type { Layer } from './Layer.ts';
import type { WeightShape } from './Initializer.ts';
import type { Entry, Settings } from './Settings.ts';

/** The pieces that an architecture is put together from, already tied to an arm's initializer and activation. */
export interface Parts {
  readonly affine: (shape: WeightShape) => Layer;
  readonly activation: Layer;
  readonly inputs: number;
  readonly outputs: number;
}

/** A family of networks. `build` gives the finite network and its limit at once. */
export interface Architecture extends Entry {
  readonly build: (settings: Settings, parts: Parts) => Layer;
  /** Features held per example by each affine map, in order, as [in, out]: for memory estimates and diagrams. */
  readonly widths: (
    settings: Settings,
    inputs: number,
    outputs: number,
  ) => readonly (readonly [number, number])[];
}
