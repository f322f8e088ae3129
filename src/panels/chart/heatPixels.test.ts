import { describe, expect, it } from 'vitest';
import { sequentialMap } from './colourMaps.ts';
import { heatPixels } from './heatPixels.ts';

const colour = (entry: number): readonly number[] => [
  ...sequentialMap.subarray(3 * entry, 3 * entry + 3),
  255,
];

const pixels = (values: readonly number[], low: number, high: number): readonly number[][] => {
  const all = heatPixels(Float64Array.from(values), [low, high], sequentialMap);
  return values.map((_, k) => [...all.subarray(4 * k, 4 * k + 4)]);
};

describe('the pixels of a heat map', () => {
  it('run through the colour map from the low to the high end', () => {
    expect(pixels([-1, 0, 1], -1, 1)).toEqual([colour(0), colour(128), colour(255)]);
  });

  it('take the colours of the ends beyond them', () => {
    expect(pixels([-Infinity, -9, 9, Infinity], 0, 1)).toEqual(
      [0, 0, 255, 255].map((entry) => colour(entry)),
    );
  });

  it('are clear where there is no number', () => {
    expect(pixels([NaN], 0, 1)).toEqual([[0, 0, 0, 0]]);
  });

  it('have the middle colour where all values are the same', () => {
    expect(pixels([3], 3, 3)).toEqual([colour(128)]);
  });
});
