import type { Failure } from '../../spec/Failure.ts';

/** Hears of failures of the device in use. */
export type FailureListener = (failure: Failure) => void;

const lossListeners = new Set<FailureListener>();
const errorListeners = new Set<FailureListener>();

/** Calls `listener` when the graphics device in use is lost; returns what ends that. Reads that are pending may never end. */
export const onDeviceLost = (listener: FailureListener): (() => void) =>
  listen(lossListeners, listener);

/**
 * Calls `listener` when the device in use reports an error that no call throws (out of memory, an invalid command); results
 * from then on are not to be trusted. Returns what ends that.
 */
export const onDeviceError = (listener: FailureListener): (() => void) =>
  listen(errorListeners, listener);

/** Tells all who listen that the device in use is gone; `cause` is the browser's own word on it. */
export function announceLoss(cause: string): void {
  announce(lossListeners, {
    kind: 'device-lost',
    sentence: `The graphics device was lost${cause ? ` (${cause})` : ''}, and what it held with it.`,
    action: 'Run again: the device is started anew, or another backend takes its place.',
  });
}

/** Tells all who listen of an error of the device in use. */
export function announceError(outOfMemory: boolean, message: string): void {
  announce(
    errorListeners,
    outOfMemory
      ? {
          kind: 'out-of-memory',
          sentence: `The graphics device has run out of memory: ${message}`,
          action: 'Choose fewer samples, a smaller width or fewer layers.',
        }
      : {
          kind: 'internal',
          sentence: `The graphics device refused a command: ${message}`,
          action:
            'Reload the page with backend=wasm in its address, and report this with the link.',
        },
  );
}

function listen(listeners: Set<FailureListener>, listener: FailureListener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function announce(listeners: ReadonlySet<FailureListener>, failure: Failure): void {
  for (const listener of [...listeners]) listener(failure);
}
