import type { Environment } from '../Environment.ts';
import { inPlaceEnvironment } from '../inPlaceEnvironment.ts';

/** The environment of tests in Node: WASM's binaries come from the package itself, and there are no files. */
export const nodeEnvironment: Environment = inPlaceEnvironment({
  wasmFiles: decodeURIComponent(
    new URL('../../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url).pathname,
  ),
  fetchFile: (name) => Promise.reject(new Error(`tests have no file ${name}`)),
});
