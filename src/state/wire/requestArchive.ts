import type { Experiment } from '../../spec/Experiment.ts';
import type { BackendId } from '../../spec/Result.ts';
import { toLink } from '../link/toLink.ts';
import type { CreateWorker, EngineWorker } from './EngineWorker.ts';

/** What is to be computed. */
export interface ArchiveRequest {
  readonly experiment: Experiment;
  readonly backend: BackendId | undefined;
}

/** Who is told how far it is, from 0 to 1, and how to call it off. */
export interface ArchiveOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Computes an experiment as an .npz file in a worker of its own, which ends with it. Rejects with what went wrong and
 * what to do about it.
 */
export async function requestArchive(
  createWorker: CreateWorker,
  { experiment, backend }: ArchiveRequest,
  options: ArchiveOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  options.signal?.throwIfAborted();
  const worker = createWorker();
  const answer = answerOf(worker, options);
  const link = toLink(experiment);
  worker.postMessage({ kind: 'archive', run: 0, experiment, link, ...(backend && { backend }) });
  try {
    return await answer;
  } finally {
    worker.terminate();
  }
}

const answerOf = (
  worker: EngineWorker,
  { onProgress, signal }: ArchiveOptions,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('The archive was called off.')));
    worker.onerror = ({ message }) =>
      reject(new Error(`The engine stopped: ${message || 'its script could not be loaded'}.`));
    worker.onmessage = ({ data }) => {
      if (data.kind === 'archive-progress') onProgress?.(data.done);
      if (data.kind === 'archive') resolve(data.bytes);
      if (data.kind === 'archive-failure')
        reject(new Error(`${data.failure.sentence} ${data.failure.action}`));
    };
  });
