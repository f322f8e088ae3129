/** The bundled file, under public/; its contents are described in digits.json beside it. */
export const digitsFile = 'digits.bin';

/** Pixels per side of an image. */
export const side = 8;
/** Pixels of an image. */
export const pixelsPerImage = side * side;
/** The grey value of full ink. */
export const ink = 16;

/** The images in the order of the file, pixels row-major with values 0 … 16. */
export interface Digits {
  readonly pixels: Uint8Array;
  /** The digit that each image shows. */
  readonly labels: Uint8Array;
}

/** Reads the bundled file; throws if it is missing or is not what it should be. */
export function readDigits(files: ReadonlyMap<string, Uint8Array>): Digits {
  const bytes = files.get(digitsFile);
  const count = (bytes?.length ?? 0) / (pixelsPerImage + 1);
  if (!bytes || count === 0 || !Number.isInteger(count)) {
    throw new Error(
      `${digitsFile} should hold ${pixelsPerImage + 1} bytes per image, but has ${bytes?.length ?? 0}`,
    );
  }
  const labels = bytes.subarray(count * pixelsPerImage);
  if (labels.some((label) => label > 9)) throw new Error(`${digitsFile} has a label above 9`);
  return { pixels: bytes.subarray(0, count * pixelsPerImage), labels };
}
