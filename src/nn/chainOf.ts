import type { Layer } from './Layer.ts';

/** The layers that a network is a chain of, chains within it taken apart. */
export const chainOf = (layer: Layer): readonly Layer[] => layer.parts?.flatMap(chainOf) ?? [layer];
