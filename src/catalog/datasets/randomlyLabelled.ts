import type { Stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import { classified } from './classified.ts';
import { ascending, inOrderOf } from './inOrderOf.ts';
import type { Inputs } from './standardized.ts';

/** Inputs with labels from independent coin tosses, ordered by class: nothing can be learned but by heart. */
export function randomlyLabelled(
  { x, xTest }: Inputs,
  stream: Stream,
): Omit<Samples, 'standardization'> {
  const tosses = (coin: Stream, count: number): Int32Array =>
    Int32Array.from({ length: count }, () => (coin.sign() > 0 ? 1 : 0));
  const targets = stream.fork('targets');
  const labels = tosses(targets, x.rows);
  const labelsTest = tosses(targets.fork('test'), xTest.rows);
  return {
    x: inOrderOf(ascending(labels), x),
    xTest: inOrderOf(ascending(labelsTest), xTest),
    ...classified(labels.toSorted(), labelsTest.toSorted()),
  };
}
