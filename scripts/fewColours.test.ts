import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fewColours } from './fewColours.ts';
import { palettePng } from './palettePng.ts';

/** Red and green ramps of 1024 pixels. */
const ramp = Uint8Array.from({ length: 4096 }, (_, i) =>
  i % 4 === 0 ? i >> 4 : i % 4 === 1 ? (i >> 2) & 255 : i % 4 === 2 ? 7 : 255,
);

const colourAt = ({ palette, indices }: ReturnType<typeof fewColours>, pixel: number) => [
  ...palette.slice(3 * indices[pixel]!, 3 * indices[pixel]! + 3),
];

describe('fewer colours', () => {
  it('are the same where there are no more than 256', () => {
    const some = Uint8Array.of(1, 2, 3, 255, 250, 251, 252, 255, 1, 2, 3, 255);

    const result = fewColours(some);

    expect([0, 1, 2].map((pixel) => colourAt(result, pixel))).toEqual([
      [1, 2, 3],
      [250, 251, 252],
      [1, 2, 3],
    ]);
  });

  it('stay near those of a picture that has more', () => {
    const result = fewColours(ramp);

    expect(result.palette).toHaveLength(3 * 256);
    for (let pixel = 0; pixel < 1024; pixel++) {
      colourAt(result, pixel).forEach((value, channel) => {
        expect(Math.abs(value - ramp[4 * pixel + channel]!)).toBeLessThanOrEqual(16);
      });
    }
  });
});

describe('a PNG with a palette', () => {
  it('has its rows, each after the number of its filter', () => {
    const png = Buffer.from(
      palettePng({
        width: 2,
        height: 2,
        palette: Uint8Array.of(0, 0, 0, 255, 255, 255),
        indices: Uint8Array.of(0, 1, 1, 0),
      }),
    );
    const data = png.indexOf('IDAT') + 4;

    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([...inflateSync(png.subarray(data, -16))]).toEqual([0, 0, 1, 0, 1, 0]);
    // The end of every PNG: an empty chunk with its checksum.
    expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
  });
});
