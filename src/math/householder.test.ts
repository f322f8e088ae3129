import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reflection } from './householder.ts';

/** (I − τ·v·vᵀ)·x. */
function reflected(v: Float64Array, tau: number, x: Float64Array): Float64Array {
  const overlap = v.reduce((sum, vi, i) => sum + vi * x[i]!, 0);
  return x.map((xi, i) => xi - tau * overlap * v[i]!);
}

describe('Householder reflection', () => {
  it('maps a vector to its first axis, keeping its length, at every scale of its entries', () => {
    const entry = fc
      .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-8, 1e-170))
      // Numbers below the normal range have no relative precision to keep.
      .map(([x, scale]) => (Math.abs(x * scale) < 1e-290 ? 0 : x * scale));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const x = Float64Array.from(entries);
        const v = x.slice();
        const { tau, beta } = reflection(v, 0, v.length);

        const length = Math.hypot(...x);
        expect(v[0]).toBe(1);
        expect(Math.abs(Math.abs(beta) - length)).toBeLessThanOrEqual(1e-14 * length);
        reflected(v, tau, x).forEach((value, i) => {
          expect(Math.abs(value - (i === 0 ? beta : 0))).toBeLessThanOrEqual(1e-14 * length);
        });
      }),
    );
  });

  it('is orthogonal even where squares would underflow or overflow', () => {
    for (const scale of [1e-300, 1e-160, 1, 1e160, 1e300]) {
      const v = Float64Array.of(1 * scale, -2 * scale, 2 * scale);
      const { tau, beta } = reflection(v, 0, 3);
      const square = v.reduce((sum, vi) => sum + vi * vi, 0);
      expect(tau * square).toBeCloseTo(2, 14);
      expect(beta / scale).toBeCloseTo(-3, 14);
    }
  });

  it('does nothing to a vector on the axis, or to zero', () => {
    expect(reflection(Float64Array.of(-3, 0, 0), 0, 3)).toEqual({ tau: 0, beta: -3 });
    expect(reflection(Float64Array.of(0, 0), 0, 2)).toEqual({ tau: 0, beta: 0 });
  });

  it('touches only its own range', () => {
    const data = Float64Array.of(9, 3, 4, 9);
    expect(reflection(data, 1, 3).beta).toBeCloseTo(-5, 14);
    expect([data[0], data[3]]).toEqual([9, 9]);
  });
});
