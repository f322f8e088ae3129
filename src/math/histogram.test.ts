import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogram } from './histogram.ts';
import { normals, stream, type Stream } from './rng.ts';

const uniforms = (source: Stream, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => source.uniform());

const total = ({ counts }: { readonly counts: Float64Array }): number =>
  counts.reduce((sum, count) => sum + count, 0);

describe('a histogram', () => {
  it('of normals has the bins of Freedman and Diaconis, up to 61, and their density', () => {
    const few = histogram(normals(stream('few'), 600));
    expect(few.counts.length % 2).toBe(1);
    // 2·1.349·600^(−1/3) = 0.32 in a range of about 6.3.
    expect(few.counts.length).toBeGreaterThan(15);
    expect(few.counts.length).toBeLessThan(29);

    const n = 50_000;
    const { edges, counts } = histogram(normals(stream('many'), n));
    expect(counts.length).toBe(61);
    counts.forEach((count, k) => {
      const middle = (edges[k]! + edges[k + 1]!) / 2;
      const density = Math.exp((-middle * middle) / 2) / Math.sqrt(2 * Math.PI);
      const expected = n * density * (edges[k + 1]! - edges[k]!);
      expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected) + 0.02 * expected);
    });
  });

  it('of equal values is a single bin around them', () => {
    expect(histogram(new Float64Array(12).fill(0))).toEqual({
      edges: Float64Array.of(-0.5, 0.5),
      counts: Float64Array.of(12),
    });
    expect(histogram(Float64Array.of(-4, -4)).edges).toEqual(Float64Array.of(-6, -2));
  });

  it('of heavy tails shows the middle and counts the rest in the outermost bins', () => {
    const draws = uniforms(stream('cauchy'), 20_000).map((u) => Math.tan(Math.PI * (u - 0.5)));
    const found = histogram(draws);

    expect(total(found)).toBe(20_000);
    expect(Math.max(...draws)).toBeGreaterThan(10 * found.edges.at(-1)!);
    // tan(0.499·π) = 318.
    expect(found.edges.at(-1)!).toBeGreaterThan(200);
    expect(found.edges.at(-1)!).toBeLessThan(500);
    expect(found.counts.at(-1)!).toBeGreaterThanOrEqual(20);
  });

  it('of values that are mostly zero has bins all the same', () => {
    const { edges, counts } = histogram(
      Float64Array.from({ length: 900 }, (_, k) => (k % 30 ? 0 : k % 60 ? 1 : -1)),
    );

    expect([edges[0], edges.at(-1), counts.length]).toEqual([-1, 1, 61]);
    expect([counts[0], counts[30], counts[60]]).toEqual([15, 870, 15]);
  });

  it('loses nothing and keeps order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 80 }),
        (values) => {
          const { edges, counts } = histogram(Float64Array.from(values));

          expect(total({ counts })).toBe(values.length);
          expect(edges.length).toBe(counts.length + 1);
          expect(counts.length).toBeLessThanOrEqual(61);
          edges.forEach((edge, k) => k > 0 && expect(edge).toBeGreaterThanOrEqual(edges[k - 1]!));
        },
      ),
    );
  });

  it('is refused where a value is not finite', () => {
    expect(() => histogram(Float64Array.of(1, NaN))).toThrow(RangeError);
  });
});
