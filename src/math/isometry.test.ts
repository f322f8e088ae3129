import { describe, expect, it } from 'vitest';
import { isometry } from './isometry.ts';

describe('isometry', () => {
  it('is one where all singular values are equal, however small', () => {
    expect(isometry(Float64Array.of(3, 3, 3))).toBe(1);
    expect(isometry(Float64Array.of(1e-200, 1e-200))).toBe(1);
  });

  it('is the share of singular values that are not zero where those are equal', () => {
    expect(isometry(Float64Array.of(2, 2, 0, 0))).toBe(0.5);
    expect(isometry(Float64Array.of(2, 1))).toBeCloseTo(9 / 10, 15);
  });

  it('is not defined of zeros', () => {
    expect(isometry(Float64Array.of(0, 0))).toBeNaN();
  });
});
