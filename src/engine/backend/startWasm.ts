import * as tf from '@tensorflow/tfjs-core';
import type { Environment } from '../Environment.ts';
import type { Started } from './Started.ts';

type Factory = () => tf.KernelBackend | Promise<tf.KernelBackend>;
let factory: Factory | undefined;

/** WASM in one thread: its threaded build hangs once minified (tfjs 4.22). */
export async function startWasm(files: Environment['wasmFiles']): Promise<Started> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(typeof files === 'string' ? files : { ...files });
  // The package's own factory, remembered because `adopt` registers ours in its place.
  factory ??= tf.findBackendFactory('wasm');
  const backend = await factory();
  const simd = tf.env().getBool('WASM_HAS_SIMD_SUPPORT');
  return {
    backend,
    device: simd ? 'SIMD, one thread' : 'one thread, no SIMD',
    software: true,
    close: () => undefined,
  };
}
