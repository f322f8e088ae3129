import type { Layer } from './Layer.ts';

/** Layers one after another; each draws from a stream of its own, named by its place. */
export const serial = (...layers: readonly Layer[]): Layer => ({
  shapes: layers.flatMap(({ shapes }) => shapes),
  parts: layers,
  pairs: Math.max(1, ...layers.map(({ pairs = 1 }) => pairs)),
  draw: (stream) => layers.flatMap((layer, place) => layer.draw(stream.fork(String(place)))),
  apply: (ops, next, x) => layers.reduce((value, layer) => layer.apply(ops, next, value), x),
  kernel: (state) => layers.reduce((value, layer) => layer.kernel(value), state),
});
