import type { CreateWorker, EngineWorker } from '../state/wire/EngineWorker.ts';

const spawn = (): EngineWorker =>
  new Worker(new URL('../worker/engine.worker.ts', import.meta.url), { type: 'module' });

// Its script loads while the page is still being put together.
let early: EngineWorker | undefined = spawn();

/** Makes the engine's worker; the first one has been under way since this file was read. */
export const createWorker: CreateWorker = () => {
  const worker = early ?? spawn();
  early = undefined;
  return worker;
};
