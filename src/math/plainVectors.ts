import type { VectorSpace } from './lanczos.ts';

/** Vectors in float64, which need no freeing. */
export const plainVectors: VectorSpace<Float64Array> = {
  overlaps: (us, v) => Promise.resolve(us.map((u) => dot(u, v))),
  combined: (v, factor, us, cs) => {
    const result = v.map((x) => factor * x);
    us.forEach((u, k) => {
      const c = cs[k]!;
      for (let i = 0; i < result.length; i++) result[i]! -= c * u[i]!;
    });
    return result;
  },
  free: () => undefined,
};

function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i]! * v[i]!;
  return sum;
}
