import { strFromU8, unzipSync } from 'fflate';

/** An array of an archive, row-major. */
export interface NpyArray {
  readonly type: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** The arrays of an .npz file by name (NumPy format 1.0: magic, version, header length, header, values). */
export function readNpz(bytes: Uint8Array): ReadonlyMap<string, NpyArray> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([file, content]) => [
      file.replace(/\.npy$/, ''),
      readNpy(content),
    ]),
  );
}

function readNpy(bytes: Uint8Array): NpyArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (strFromU8(bytes.subarray(1, 6)) !== 'NUMPY') throw new Error('not a NumPy array');
  const start = 10 + view.getUint16(8, true);
  const header = strFromU8(bytes.subarray(10, start));
  const type = /'descr': '([^']+)'/.exec(header)?.[1] ?? '';
  const shape = /'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '';
  const reader = readers[type];
  if (!reader) throw new Error(`unknown type ${type}`);
  const [size, read] = reader;
  const length = (bytes.byteLength - start) / size;
  return {
    type,
    shape: shape
      .split(',')
      .filter((part) => part.trim() !== '')
      .map(Number),
    values: Array.from({ length }, (_, place) => read(view, start + place * size)),
  };
}

type Reader = readonly [size: number, read: (view: DataView, at: number) => number];

const readers: Readonly<Record<string, Reader>> = {
  '<f8': [8, (view, at) => view.getFloat64(at, true)],
  '<f4': [4, (view, at) => view.getFloat32(at, true)],
  '<i4': [4, (view, at) => view.getInt32(at, true)],
  '|u1': [1, (view, at) => view.getUint8(at)],
  '|i1': [1, (view, at) => view.getInt8(at)],
};

/** A byte array as text. */
export const textOf = ({ values }: NpyArray): string => strFromU8(Uint8Array.from(values));
