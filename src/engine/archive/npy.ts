/** An array as NumPy writes it: flat, row-major, with its shape. */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array | Int32Array | Float32Array | Float64Array;
}

const types = [
  [Uint8Array, '|u1'],
  [Int32Array, '<i4'],
  [Float32Array, '<f4'],
  [Float64Array, '<f8'],
] as const;

/**
 * The bytes of a .npy file, format version 1.0 (NumPy Enhancement Proposal 1): magic number, the header as a Python literal
 * padded to a multiple of 64 bytes, the values. Throws where shape and length do not fit, and on a big-endian machine.
 */
export function npy({ shape, values }: NpyArray): Uint8Array {
  if (values.length !== shape.reduce((product, size) => product * size, 1))
    throw new RangeError(`${values.length} values do not have the shape (${shape.join(', ')})`);
  if (!littleEndian) throw new Error('arrays are written as they lie, which must be little-endian');
  const type = types.find(([kind]) => values instanceof kind)?.[1] ?? '|u1';
  const tuple = shape.length === 1 ? `${shape.join('')},` : shape.join(', ');
  const literal = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tuple}), }`;
  const before = magic.length + 2;
  const padding = 63 - ((before + literal.length) % 64);
  const header = new TextEncoder().encode(`${literal}${' '.repeat(padding)}\n`);

  const bytes = new Uint8Array(before + header.length + values.byteLength);
  bytes.set(magic);
  new DataView(bytes.buffer).setUint16(magic.length, header.length, true);
  bytes.set(header, before);
  bytes.set(
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    before + header.length,
  );
  return bytes;
}

const magic = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0];
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
