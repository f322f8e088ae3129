import { describe, expect, it } from 'vitest';
import { someLayers } from './someLayers.ts';

describe('some layers', () => {
  it.each([
    [0, 10, []],
    [1, 10, [0]],
    [4, 10, [0, 1, 2, 3]],
    [201, 3, [0, 100, 200]],
  ])('of %d, at most %d, are %j', (count, most, places) => {
    expect(someLayers(count, most)).toEqual(places);
  });

  it('are different ones, the first and the last among them', () => {
    const places = someLayers(31, 10);

    expect(new Set(places).size).toBe(10);
    expect([places[0], places.at(-1)]).toEqual([0, 30]);
  });
});
