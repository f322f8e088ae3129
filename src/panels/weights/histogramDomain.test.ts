import { describe, expect, it } from 'vitest';
import { histogram } from '../../math/histogram.ts';
import { normals, stream } from '../../math/rng.ts';
import type { MatrixPortrait } from '../../spec/Result.ts';
import { entryDomain, heightDomain } from './histogramDomain.ts';
import { densityQuantile, scaledHistogram } from './scaledHistogram.ts';

const portrait = (values: Float64Array, fanIn: number): MatrixPortrait => ({
  label: 'dense 1',
  fanIn,
  fanOut: values.length / fanIn,
  mean: 0,
  variance: 1,
  histogram: histogram(values),
  tail: { exponent: 9, error: 1, kept: 50 },
  heavy: false,
});

const gaussian = scaledHistogram(
  portrait(
    normals(stream('entries'), 40_000).map((value) => value / 10),
    100,
  ),
);

describe('a histogram of weights', () => {
  it('has area 1 in units of 1/√fan-in', () => {
    const { edges, heights } = gaussian;
    const area = heights.reduce((sum, height, k) => sum + height * (edges[k + 1]! - edges[k]!), 0);

    expect(area).toBeCloseTo(1, 12);
    // The density of a standard normal at 0.
    expect(Math.max(...heights)).toBeGreaterThan(0.37);
    expect(Math.max(...heights)).toBeLessThan(0.43);
  });

  it.each([
    [0.02, -2.0537],
    [0.5, 0],
    [0.98, 2.0537],
  ])('has the quantile %d of a normal at %d', (p, z) => {
    expect(Math.abs(densityQuantile(gaussian, p) - z)).toBeLessThan(0.04);
  });

  it('shows ±3.1 σ of a Gaussian, and all of it where tails are looked at', () => {
    const [low, high] = entryDomain([gaussian], false)!;
    expect(Math.abs(low + 3.08)).toBeLessThan(0.08);
    expect(Math.abs(high - 3.08)).toBeLessThan(0.08);

    expect(entryDomain([gaussian], true)).toEqual([gaussian.edges[0], gaussian.edges.at(-1)]);
  });

  it('knows equal entries as one value, around which there is room', () => {
    const equal = scaledHistogram(portrait(new Float64Array(100).fill(0.5), 4));

    expect(equal.single).toBe(1);
    expect(entryDomain([equal], false)).toEqual([0, 2]);
    expect(heightDomain([equal])).toBeUndefined();
    expect(heightDomain([equal, gaussian])).toEqual(heightDomain([gaussian]));
  });
});
