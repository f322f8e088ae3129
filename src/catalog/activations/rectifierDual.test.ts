import { describe, expect, it } from 'vitest';
import { normals, stream } from '../../math/rng.ts';
import { rectifierDual, rectifierDuals } from './rectifierDual.ts';

describe.each([0, 0.1, -1, 1])('duals of max(x, 0) + %d·min(x, 0)', (a) => {
  const [rows, columns] = [9, 7];
  const rowVariance = normals(stream('rows'), rows).map((v) => v * v);
  const columnVariance = normals(stream('columns'), columns).map((v) => v * v);
  rowVariance[3] = 0;
  const draw = normals(stream('pairs'), rows * columns);
  // Some are parallel to the last bit, some opposite, the rest anything between.
  const k12 = draw.map((v, p) => {
    const root = Math.sqrt(rowVariance[Math.floor(p / columns)]! * columnVariance[p % columns]!);
    return root * (v > 1 ? 1 : v < -1 ? -1 : Math.sin(v));
  });

  it('of all pairs are those of each pair', () => {
    const all = rectifierDuals(a, { rowVariance, columnVariance, k12, upper: false });

    for (let p = 0; p < k12.length; p++) {
      const [k11, k22] = [rowVariance[Math.floor(p / columns)]!, columnVariance[p % columns]!];
      const one = rectifierDual(a, { k11, k12: k12[p]!, k22 });
      expect(Math.abs(all.slope[p]! - one.slope)).toBeLessThan(1e-14);
      expect(Math.abs(all.value[p]! - one.value)).toBeLessThanOrEqual(1e-14 * (k11 + k22));
    }
  });

  it('of the upper half are the same there', () => {
    const square = { rowVariance: columnVariance, columnVariance, k12: k12.slice(0, 49) };
    const all = rectifierDuals(a, { ...square, upper: false });
    const half = rectifierDuals(a, { ...square, upper: true });

    for (let i = 0; i < 7; i++)
      for (let j = i; j < 7; j++) {
        expect(half.value[7 * i + j]).toBe(all.value[7 * i + j]);
        expect(half.slope[7 * i + j]).toBe(all.slope[7 * i + j]);
      }
  });
});
