import type { BackendId } from '../../spec/Result.ts';

/** The backends as people write them. */
export const backendNames: Readonly<Record<BackendId, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};
