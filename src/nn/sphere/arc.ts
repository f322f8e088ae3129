import { matrix, type Matrix } from '../../math/matrix.ts';

/** Two orthonormal directions of ℝ^d. */
export type Plane = readonly [first: Float64Array, second: Float64Array];

/** The plane of the first two coordinates of ℝ^d; throws if d < 2. */
export function axisPlane(d: number): Plane {
  if (d < 2) throw new RangeError(`no arc in dimension ${d}`);
  const axis = (at: number): Float64Array =>
    Float64Array.from({ length: d }, (_, i) => (i === at ? 1 : 0));
  return [axis(0), axis(1)];
}

/** Inputs √d·(cos θ·first + sin θ·second), one row (of length d) for each angle, so that |x|² = d and x·x'/d = cos(θ − θ'). */
export function arc([first, second]: Plane, angles: ArrayLike<number>): Matrix {
  const d = first.length;
  const result = matrix(angles.length, d);
  for (let row = 0; row < angles.length; row++) {
    const across = Math.sqrt(d) * Math.cos(angles[row]!);
    const along = Math.sqrt(d) * Math.sin(angles[row]!);
    for (let i = 0; i < d; i++) result.data[row * d + i] = across * first[i]! + along * second[i]!;
  }
  return result;
}
