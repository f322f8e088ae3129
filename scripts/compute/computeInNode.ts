import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { recordArchive } from '../../src/engine/archive/recordArchive.ts';
import type { Environment } from '../../src/engine/Environment.ts';
import { inPlaceEnvironment } from '../../src/engine/inPlaceEnvironment.ts';
import type { Experiment } from '../../src/spec/Experiment.ts';
import type { BackendId } from '../../src/spec/Result.ts';
import { toLink } from '../../src/state/link/toLink.ts';

/** The engine's surroundings in Node, on one thread: WASM and CPU. */
export function nodeEnvironment(): Environment {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  return inPlaceEnvironment({
    wasmFiles: dirname(wasm) + sep,
    fetchFile: (name) => readFile(new URL(`../../public/${name}`, import.meta.url)),
  });
}

/** The bytes of an experiment's .npz file, computed in this process. Throws an EngineFailure. */
export const computeInNode = (
  experiment: Experiment,
  backend: BackendId,
  onProgress: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> =>
  recordArchive(experiment, nodeEnvironment(), { backend, link: toLink(experiment), onProgress });
