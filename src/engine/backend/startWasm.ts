import * as tf from '@tensorflow/tfjs-core';
import type { Environment } from '../Environment.ts';
import { useAccurateWasmKernels } from '../ops/accurateWasm.ts';
import { useFastBatchedProducts } from '../ops/wasmBatchedProducts.ts';
import type { Started } from './Started.ts';

type Factory = () => tf.KernelBackend | Promise<tf.KernelBackend>;
let factory: Factory | undefined;

/** WASM in one thread: its threaded build hangs once minified (tfjs 4.22). */
export async function startWasm(files: Environment['wasmFiles']): Promise<Started> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!factory) {
    setWasmPaths(typeof files === 'string' ? files : { ...files });
    // The package's own factory, remembered because `adopt` registers ours in its place.
    factory = tf.findBackendFactory('wasm');
  }
  const backend = await factory();
  useAccurateWasmKernels();
  useFastBatchedProducts();
  refuseBeyondEnd(backend);
  const simd = tf.env().getBool('WASM_HAS_SIMD_SUPPORT');
  return {
    backend,
    device: simd ? 'SIMD, one thread' : 'one thread, no SIMD',
    software: true,
    close: () => undefined,
  };
}

/**
 * Makes full memory an error: the malloc of tfjs 4.22 gives null, or an address beyond the end once 4 GiB are near, and both are
 * written to.
 */
function refuseBeyondEnd(backend: unknown): void {
  const { wasm } = backend as { readonly wasm: Memory };
  // The first call of an Emscripten function puts the function itself in its place.
  wasm._malloc(1);
  const allocate = wasm._malloc;
  wasm._malloc = (bytes) => {
    const address = allocate(bytes) >>> 0;
    if (bytes > 0 && (address === 0 || address + bytes > wasm.HEAPU8.length))
      throw new Error('out of memory in WASM');
    return address;
  };
}

interface Memory {
  _malloc: (bytes: number) => number;
  readonly HEAPU8: Uint8Array;
}
