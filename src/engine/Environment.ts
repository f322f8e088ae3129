import type { Eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Timed } from './timed.ts';

/** What the engine needs of the place it runs in: a browser's worker, or Node. */
export interface Environment {
  /** `navigator.gpu` where there is one. */
  readonly gpu?: GPU | undefined;
  /** Whether WebGL can be tried: it draws to an OffscreenCanvas. */
  readonly offscreenCanvas: boolean;
  /** Where the WASM backend's binaries lie: a folder (ending in a slash), or an address for each file name. */
  readonly wasmFiles: Readonly<Record<string, string>> | string;
  /** The bytes of a file of the site's public folder, such as 'digits.bin'. Rejects where there is none. */
  readonly fetchFile: (name: string) => Promise<Uint8Array>;
  /** Symmetric eigen-decomposition in float64: in a second worker in browsers, in place in Node. */
  readonly eigh: (a: Matrix) => Promise<Timed<Eigh>>;
  /** The eigenvalues alone, descending, in a fraction of the time. */
  readonly eigenvalues: (a: Matrix) => Promise<Timed<Float64Array>>;
  /** The singular values of any matrix in float64, descending; likewise in a second worker. */
  readonly singularValues: (a: Matrix) => Promise<Timed<Float64Array>>;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  /** Lets one macrotask pass, so that messages are heard. */
  readonly breathe: () => Promise<void>;
}
