import { normals, type Stream } from '../../math/rng.ts';
import type { Plane } from './arc.ts';

/**
 * A plane of ℝ^d, all equally likely: unlike that of two axes, it treats every input alike, as first layers want that are
 * not rotation invariant. Throws if d < 2.
 */
export function randomPlane(stream: Stream, d: number): Plane {
  if (d < 2) throw new RangeError(`no arc in dimension ${d}`);
  const first = unit(normals(stream, d));
  const drawn = normals(stream, d);
  // Twice is enough for orthogonality to the last digit.
  return [first, unit(without(without(drawn, first), first))];
}

const inner = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const unit = (a: Float64Array): Float64Array => {
  const norm = Math.sqrt(inner(a, a));
  return a.map((value) => value / norm);
};

const without = (a: Float64Array, b: Float64Array): Float64Array => {
  const part = inner(a, b);
  return a.map((value, i) => value - part * b[i]!);
};
