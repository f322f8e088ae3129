import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows, identity, matrix, product, subtract, transpose, gram } from './matrix.ts';
import { tridiagonalQr } from './tridiagonalQr.ts';

describe('eigenvalues of a tridiagonal matrix', () => {
  it('are 2 − 2cos(kπ/(n + 1)) for the second difference on n points', () => {
    const n = 100;
    const diagonal = new Float64Array(n).fill(2);
    tridiagonalQr(diagonal, new Float64Array(n - 1).fill(-1));
    diagonal.sort().forEach((value, k) => {
      const exact = 4 * Math.sin(((k + 1) * Math.PI) / (2 * (n + 1))) ** 2;
      expect(Math.abs(value - exact)).toBeLessThan(1e-14);
    });
  });

  it('come in close pairs for W21+, the largest as Wilkinson (1965) found', () => {
    const diagonal = Float64Array.from({ length: 21 }, (_, i) => Math.abs(i - 10));
    tridiagonalQr(diagonal, new Float64Array(20).fill(1));
    const values = diagonal.sort();
    expect(values[20]).toBeCloseTo(10.746194182903393, 13);
    expect(values[19]).toBeCloseTo(10.746194182903322, 13);
    expect(values[0]).toBeCloseTo(-1.12544152211998, 13);
  });

  it('are the diagonal where nothing is coupled', () => {
    const diagonal = Float64Array.of(3, -1, 0);
    tridiagonalQr(diagonal, Float64Array.of(0, 1e-200));
    expect([...diagonal]).toEqual([3, -1, 0]);
  });

  it('are refused for NaN rather than sought for ever', () => {
    expect(() => {
      tridiagonalQr(Float64Array.of(1, NaN, 2), Float64Array.of(1, 1));
    }).toThrow('is not settling');
  });
});

describe('eigenvectors of a tridiagonal matrix', () => {
  // Entries from 1 down to 1e-170 meet every underflow on the way.
  const entry = fc
    .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1), fc.nat(170))
    .map(([x, kept, digits]) => x * kept * 10 ** -digits);
  const entries = fc
    .integer({ min: 1, max: 7 })
    .chain((n) =>
      fc.tuple(
        fc.array(entry, { minLength: n, maxLength: n }),
        fc.array(entry, { minLength: n - 1, maxLength: n - 1 }),
      ),
    );

  function expectEigenvectors([diagonal, offDiagonal]: readonly [
    readonly number[],
    readonly number[],
  ]): void {
    const n = diagonal.length;
    const t = fromRows(
      diagonal.map((value, i) =>
        diagonal.map((_, j) =>
          i === j ? value : Math.abs(i - j) === 1 ? offDiagonal[Math.min(i, j)]! : 0,
        ),
      ),
    );
    const values = Float64Array.from(diagonal);
    const v = identity(n);
    tridiagonalQr(values, Float64Array.from(offDiagonal), v.data);
    const columns = v.data.map((x, index) => x * values[index % n]!);
    const scale = Math.max(1e-100, ...t.data.map(Math.abs));
    const errors = [
      ...subtract(product(t, v), matrix(n, n, columns)).data.map((x) => x / scale),
      ...subtract(gram(transpose(v)), identity(n)).data,
    ];
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(1e-13);
  }

  it('satisfy T·V = V·diag(λ) and VᵀV = I, however the entries are graded', () => {
    fc.assert(fc.property(entries, expectEigenvectors), { numRuns: 1000 });
  });

  // What the search above seldom meets: a bulge that underflows before a coupling that still counts.
  it('survive a bulge that vanishes', () => {
    expectEigenvectors([
      [0, 0, 0, 2e-168],
      [0.002, -3e-146, -7e-11],
    ]);
    expectEigenvectors([
      [0, 1e-140, 0, 0],
      [1, 1e-80, -1e-130],
    ]);
  });

  it('multiply whatever rows they are given', () => {
    const diagonal = Float64Array.of(2, 2);
    const row = Float64Array.of(1, 0);
    tridiagonalQr(diagonal, Float64Array.of(1), row);
    const [first, second] = row;
    expect(first! ** 2).toBeCloseTo(0.5, 14);
    // A row times V keeps its products with T: (1, 0)·T·(1, 0)ᵀ = 2.
    expect(first! ** 2 * diagonal[0]! + second! ** 2 * diagonal[1]!).toBeCloseTo(2, 14);
  });
});
