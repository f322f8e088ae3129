import type { ColourMap } from './colourMaps.ts';
import type { Interval } from './Interval.ts';

/**
 * RGBA bytes of values (row-major, any shape) coloured over a domain; values beyond it take the colour of its end, and
 * what is not a number is left clear.
 */
export function heatPixels(
  values: Float32Array | Float64Array,
  [low, high]: Interval,
  map: ColourMap,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  const perUnit = high > low ? 256 / (high - low) : 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (Number.isNaN(value)) continue;
    const place = perUnit === 0 ? 128 : Math.floor((value - low) * perUnit);
    const entry = 3 * Math.min(255, Math.max(0, place));
    pixels[4 * k] = map[entry]!;
    pixels[4 * k + 1] = map[entry + 1]!;
    pixels[4 * k + 2] = map[entry + 2]!;
    pixels[4 * k + 3] = 255;
  }
  return pixels;
}
