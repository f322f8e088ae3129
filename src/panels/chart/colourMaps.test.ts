import { lab, rgb } from 'd3-color';
import { describe, expect, it } from 'vitest';
import { differenceMap, inkMap, sequentialMap, type ColourMap } from './colourMaps.ts';

const lightness = (map: ColourMap): readonly number[] =>
  Array.from({ length: 256 }, (_, k) => {
    const [r = 0, g = 0, b = 0] = map.subarray(3 * k, 3 * k + 3);
    return lab(rgb(r, g, b)).l;
  });

const steps = (values: readonly number[]): readonly number[] =>
  values.slice(1).map((value, k) => value - values[k]!);

describe('colour maps', () => {
  it('grow evenly lighter with the value of a kernel', () => {
    const all = lightness(sequentialMap);

    expect(Math.min(...steps(all))).toBeGreaterThan(-0.2);
    expect(all[0]).toBeLessThan(20);
    expect(all[255]).toBeGreaterThan(85);
    expect(Math.max(...steps(all))).toBeLessThan(1);
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('are as light below zero as above it, on a %s page', (_, dark) => {
    const all = lightness(differenceMap(dark));

    for (let k = 0; k < 128; k++) expect(Math.abs(all[k]! - all[255 - k]!)).toBeLessThan(3);
  });

  it.each([
    ['light', false, 1],
    ['dark', true, -1],
  ])('change their lightness one way from each end to zero, on a %s page', (_, dark, sign) => {
    const all = lightness(differenceMap(dark)).map((value) => sign * value);

    expect(Math.min(...steps(all.slice(0, 128)))).toBeGreaterThan(-0.5);
    expect(Math.max(...steps(all.slice(128)))).toBeLessThan(0.5);
    expect(all[128]! - all[0]!).toBeGreaterThan(50);
  });

  it('have the lightness of the page itself at zero', () => {
    expect(lightness(differenceMap(false))[128]).toBeGreaterThan(93);
    expect(lightness(differenceMap(true))[128]).toBeLessThan(18);
  });

  it('write ink on paper, whichever of them is dark', () => {
    const [day, night] = [lightness(inkMap(false)), lightness(inkMap(true))];

    expect(day[0]! - day[255]!).toBeGreaterThan(70);
    expect(night[255]! - night[0]!).toBeGreaterThan(70);
  });
});
