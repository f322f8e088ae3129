import type { Environment } from '../engine/Environment.ts';
import { inPlaceEnvironment } from '../engine/inPlaceEnvironment.ts';
import { macrotask } from './macrotask.ts';
import { spectrumThread } from './spectrumThread.ts';
import { wasmFiles } from './wasmFiles.ts';

/** The engine's surroundings in a browser's worker. */
export const browserEnvironment = (): Environment => ({
  ...inPlaceEnvironment({ wasmFiles, fetchFile }),
  ...spectrumThread(),
  gpu: (navigator as { readonly gpu?: GPU }).gpu,
  offscreenCanvas: 'OffscreenCanvas' in globalThis,
  breathe: macrotask(),
});

/** The folder that holds index.html and the public files: a build puts scripts into a folder one level below it. */
const site = import.meta.env.DEV
  ? new URL(import.meta.env.BASE_URL, location.href)
  : new URL('..', location.href);

async function fetchFile(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(name, site));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
