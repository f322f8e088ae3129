import { describe, expect, it } from 'vitest';
import { npy } from './npy.ts';

const text = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

describe('a .npy file', () => {
  // What numpy.save writes for numpy.arange(6, dtype='<i4').reshape(2, 3), NumPy 2.4.
  it('is what NumPy writes', () => {
    const header = "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }";
    const bytes = npy({ shape: [2, 3], values: Int32Array.of(0, 1, 2, 3, 4, 5) });

    expect(text(bytes.subarray(0, 10))).toBe('\x93NUMPY\x01\x00v\x00');
    expect(text(bytes.subarray(10, 128))).toBe(`${header.padEnd(117)}\n`);
    expect([...bytes.subarray(128)]).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((value) => [value, 0, 0, 0]),
    );
  });

  it.each([
    ['|u1', '(3,)', { shape: [3], values: Uint8Array.of(1, 2, 3) }],
    ['<f4', '(1, 2)', { shape: [1, 2], values: Float32Array.of(1, 2) }],
    ['<f8', '(0,)', { shape: [0], values: new Float64Array(0) }],
    ['<f8', '()', { shape: [], values: Float64Array.of(7) }],
  ])('of type %s says shape %s and begins its values at a multiple of 64', (type, shape, array) => {
    const bytes = npy(array);
    const start = bytes.length - array.values.byteLength;

    expect(text(bytes)).toContain(
      `'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`,
    );
    expect(start % 64).toBe(0);
    expect(bytes[start - 1]).toBe(10);
  });

  it('writes a part of a larger buffer', () => {
    const values = Float64Array.of(9, 1, 2, 9).subarray(1, 3);
    const bytes = npy({ shape: [2], values });

    expect([...new Float64Array(bytes.buffer.slice(bytes.length - 16))]).toEqual([1, 2]);
  });

  it('refuses a shape that does not fit', () => {
    expect(() => npy({ shape: [2, 2], values: new Int32Array(3) })).toThrow('(2, 2)');
  });
});
