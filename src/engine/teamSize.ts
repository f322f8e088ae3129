import type { Layer } from '../nn/Layer.ts';
import { trace } from '../nn/trace.ts';
import { isStackable } from './stack.ts';

/**
 * How many networks of a layer go together on n samples of d inputs: 1 where they cannot be stacked, and fewer the larger they
 * are. Large arrays gain nothing by being larger, and fall out of the processor's caches.
 */
export function teamSize(layer: Layer, n: number, inputs: number): number {
  if (!isStackable(layer, inputs)) return 1;
  const values = trace(layer, inputs).reduce((sum, { features }) => sum + features, 0);
  const weights = layer.shapes.reduce(
    (sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1),
    0,
  );
  return Math.max(1, Math.floor(mostAtOnce / (n * values + 2 * weights)));
}

/** Numbers of a step, all together: 8 MiB. */
const mostAtOnce = 2 ** 21;
