import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { replaceKernel } from './replaceKernel.ts';

/** Lets WASM compute sine and cosine in float64: those of tfjs 4.22 are off by up to 3e-7 everywhere, near 0 as well. */
export function useAccurateWasmKernels(): void {
  for (const [kernel, f] of [
    ['Sin', Math.sin],
    ['Cos', Math.cos],
  ] as const) {
    replaceKernel(kernel, 'wasm', (x, backend) => {
      const wasm = backend as BackendWasm;
      const result = wasm.makeOutput(x.shape, 'float32');
      // Both views are taken once there is room for the result: memory that grows leaves older ones behind.
      const values = wasm.typedArrayFromHeap(x);
      const into = wasm.typedArrayFromHeap(result);
      for (let p = 0; p < into.length; p++) into[p] = f(values[p]!);
      return result;
    });
  }
}
