import type { FromWorker, ToWorker } from '../../spec/protocol.ts';

/** The part of a Worker that the page uses, speaking the protocol. A real Worker is one. */
export interface EngineWorker {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** How the app makes the worker; state itself does not know where its script lies. */
export type CreateWorker = () => EngineWorker;
