import { describe, expect, it } from 'vitest';
import { normals, stream } from '../math/rng.ts';
import { addMehlerSums, mehlerRows } from './mehlerSums.ts';

describe.each([1, 4, 17, 33])('sums over %d coefficients', (terms) => {
  const [rows, columns] = [5, 20];
  const rowOf = (name: string, inputs: number): Float64Array =>
    normals(stream(name), inputs * terms).map((v, at) => v * Math.exp(-0.4 * (at % terms)));
  const [left, right] = [rowOf('left', rows), rowOf('right', columns)];
  const correlations = [-1, -0.9, -0.3, 0, 1e-9, 0.5, 0.99, 1];
  const rho = Float64Array.from(
    { length: rows * columns },
    (_, p) => correlations[p % correlations.length]!,
  );

  it.each([false, true])('are those of all terms one by one (odd: %s)', (odd) => {
    const sums = new Float64Array(rows * columns);
    const [above, beside] = [mehlerRows(left, terms), mehlerRows(right, terms)];
    addMehlerSums(sums, rho, above, beside, odd, false);

    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) {
        const r = rho[i * columns + j]!;
        let want = 0;
        let size = 0;
        for (let m = 0; m < terms; m++) {
          const product = left[i * terms + m]! * right[j * terms + m]!;
          want += product * r ** (2 * m + (odd ? 1 : 0));
          size += Math.abs(product);
        }
        expect(Math.abs(sums[i * columns + j]! - want)).toBeLessThanOrEqual(2e-15 * size);
      }
  });

  it('of the upper half leave the rest alone', () => {
    const sums = new Float64Array(rows * rows);
    const above = mehlerRows(left, terms);
    addMehlerSums(sums, rho, above, above, false, true);

    for (let i = 0; i < rows; i++) for (let j = 0; j < i; j++) expect(sums[i * rows + j]).toBe(0);
  });

  it('are zero where all coefficients are', () => {
    const sums = new Float64Array(1);
    const none = mehlerRows(new Float64Array(terms), terms);
    addMehlerSums(sums, Float64Array.of(0.5), none, none, false, false);

    expect(sums[0]).toBe(0);
  });
});
