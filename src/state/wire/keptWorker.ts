import type { FromWorker, ToWorker } from '../../spec/protocol.ts';
import type { CreateWorker, EngineWorker } from './EngineWorker.ts';

/** A worker that is made when it is first needed, and made anew when it is of no more use. */
export interface KeptWorker {
  /** Begins a run, on a new worker if need be. */
  readonly start: (message: Start) => void;
  /** Passes a word on; without a worker there is nobody to tell. */
  readonly tell: (message: ToWorker) => void;
  /** Ends the worker, its run and its device; the next start makes another. */
  readonly discard: () => void;
}

/** What the worker says, and its end if it breaks. */
export interface Listener {
  readonly onMessage: (message: FromWorker) => void;
  readonly onBreak: (reason: string) => void;
}

type Start = Extract<ToWorker, { kind: 'start' }>;

/**
 * In ms. A worker that has spoken before answers a start at once, or it is caught in a long computation. To wait about
 * as long as a new worker takes to start is never more than twice as slow as to have known which is quicker.
 */
const longestSilence = 1000;

/** Keeps a worker, and replaces it if it does not answer a start: a new run interrupts at once, whatever the old one does. */
export function keptWorker(create: CreateWorker, { onMessage, onBreak }: Listener): KeptWorker {
  let worker: EngineWorker | undefined;
  /** Whether this worker has ever spoken; a fresh one may take its time to start the engine. */
  let heard = false;
  let latest: Start | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const answered = (): void => {
    clearTimeout(silence);
    silence = undefined;
  };

  const discard = (): void => {
    answered();
    worker?.terminate();
    worker = undefined;
    heard = false;
  };

  const made = (): EngineWorker => {
    const fresh = create();
    fresh.onmessage = ({ data }) => {
      if (fresh !== worker) return;
      heard = true;
      if (data.run === latest?.run) answered();
      onMessage(data);
    };
    fresh.onerror = ({ message }) => {
      if (fresh !== worker) return;
      discard();
      onBreak(message || 'its script could not be loaded');
    };
    return fresh;
  };

  const start = (message: Start): void => {
    latest = message;
    worker ??= made();
    worker.postMessage(message);
    // Further starts do not prolong the wait.
    if (heard) silence ??= setTimeout(replace, longestSilence);
  };

  const replace = (): void => {
    discard();
    if (latest) start(latest);
  };

  return { start, tell: (message) => worker?.postMessage(message), discard };
}
