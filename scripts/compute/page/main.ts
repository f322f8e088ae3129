import type { Experiment } from '../../../src/spec/Experiment.ts';
import type { BackendId } from '../../../src/spec/Result.ts';
import type { EngineWorker } from '../../../src/state/wire/EngineWorker.ts';
import { requestArchive } from '../../../src/state/wire/requestArchive.ts';

const createWorker = (): EngineWorker =>
  new Worker(new URL('../../../src/worker/engine.worker.ts', import.meta.url), { type: 'module' });

/** Computes an experiment in the app's own worker and downloads the file; resolves to what went wrong, or to nothing. */
async function compute(experiment: Experiment, backend: BackendId): Promise<string | undefined> {
  try {
    const bytes = await requestArchive(
      createWorker,
      { experiment, backend },
      { onProgress: (done) => void globalThis.showProgress(done) },
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([bytes]));
    link.download = 'run.npz';
    link.click();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

declare global {
  var compute: (experiment: Experiment, backend: BackendId) => Promise<string | undefined>;
  var showProgress: (done: number) => Promise<void>;
}

Object.assign(globalThis, { compute });
