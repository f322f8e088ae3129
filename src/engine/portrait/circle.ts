import type { Matrix } from '../../math/matrix.ts';
import { arc } from '../../nn/sphere/arc.ts';
import { randomPlane } from '../../nn/sphere/randomPlane.ts';
import { dataStream } from '../../spec/layerOf.ts';
import type { Run } from '../Run.ts';

/** A great circle |x|² = d of input space: the inputs on it at some angles (radians), one row each. */
export type Circle = (angles: Float64Array) => Matrix;

/** The great circle on which a run looks at kernels, the same for all its networks; none where inputs are single numbers. */
export function circleOf({ samples, shared }: Run): Circle | undefined {
  const d = samples.x.cols;
  if (d < 2) return undefined;
  const plane = randomPlane(dataStream(shared.seed).fork('circle'), d);
  return (angles) => arc(plane, angles);
}

/** `count` even angles from 0, all around. */
export const turn = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, j) => (2 * Math.PI * j) / count);

/** The first of an even number of angles that go all around, from 0 to π. */
export const firstHalf = (angles: Float64Array): Float64Array =>
  angles.slice(0, angles.length / 2 + 1);

/** How many inputs around the circle there are where only angles count, and where kernels see more and take longer. */
export const inputsAround = (zonal: boolean): number => (zonal ? 128 : 64);
