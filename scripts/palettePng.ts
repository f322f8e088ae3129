import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { fewColours } from './fewColours.ts';

/** A picture of at most 256 colours: a place in the palette for every pixel, by rows. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, 0 to 255, three entries a colour. */
  readonly palette: Uint8Array;
  readonly indices: Uint8Array;
}

/** A PNG file with a palette (PNG specification, colour type 3): a third of the size of one with colours in full. */
export function palettePng({ width, height, palette, indices }: Indexed): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  // Every row begins with the number of its filter: 0, none.
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const result = Buffer.alloc(data.length + 12);
  result.writeUInt32BE(data.length, 0);
  result.write(type, 4, 'latin1');
  result.set(data, 8);
  result.writeUInt32BE(crc32(result.subarray(4, -4)), data.length + 8);
  return result;
}

/** A screenshot in the 256 colours that suit it best. The page decodes it. */
export async function indexed(page: Page, png: Buffer): Promise<Indexed> {
  const pixels = await page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(picture, 0, 0);
    const blob = new Blob([context.getImageData(0, 0, width, height).data]);
    const url = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.readAsDataURL(blob);
    });
    return { width, height, rgba: url.slice(url.indexOf(',') + 1) };
  }, png.toString('base64'));
  const { width, height } = pixels;
  return { width, height, ...fewColours(Buffer.from(pixels.rgba, 'base64')) };
}
