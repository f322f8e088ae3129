import { hcl, rgb } from 'd3-color';
import { interpolateLab, piecewise } from 'd3-interpolate';
import { interpolateViridis } from 'd3-scale-chromatic';

/** 256 colours as r, g, b bytes, from the lowest value to the highest. */
export type ColourMap = Uint8ClampedArray;

/** Viridis (Smith & van der Walt, 2015): lightness grows evenly with the value, in both themes. */
export const sequentialMap: ColourMap = tabulated(interpolateViridis);

/** Blue below zero, orange above, as light as each other at equal distance; zero is the page's own lightness. */
export function differenceMap(dark: boolean): ColourMap {
  return dark ? darkDifferences : lightDifferences;
}

/** From the page's own ground to its ink: for pictures of samples. */
export function inkMap(dark: boolean): ColourMap {
  return dark ? darkInk : lightInk;
}

// Lightness and chroma are equal on both sides; hues are those of the blue and vermilion arms.
const lightDifferences = tabulated(
  piecewise(interpolateLab, [
    hcl(265, 52, 36).formatRgb(),
    hcl(250, 34, 66).formatRgb(),
    hcl(0, 0, 97).formatRgb(),
    hcl(62, 46, 66).formatRgb(),
    hcl(48, 66, 36).formatRgb(),
  ]),
);
const darkDifferences = tabulated(
  piecewise(interpolateLab, [
    hcl(245, 34, 80).formatRgb(),
    hcl(258, 44, 48).formatRgb(),
    hcl(0, 0, 13).formatRgb(),
    hcl(52, 58, 48).formatRgb(),
    hcl(68, 52, 80).formatRgb(),
  ]),
);
const lightInk = tabulated(interpolateLab('#f4f4f1', '#1c2024'));
const darkInk = tabulated(interpolateLab('#22272c', '#e9ebec'));

function tabulated(colourAt: (t: number) => string): ColourMap {
  const map = new Uint8ClampedArray(256 * 3);
  for (let k = 0; k < 256; k++) {
    const { r, g, b } = rgb(colourAt(k / 255));
    map.set([r, g, b], 3 * k);
  }
  return map;
}
