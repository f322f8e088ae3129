import type { KernelBackend } from '@tensorflow/tfjs-core';

/** A backend that has been made but not yet trusted. */
export interface Started {
  readonly backend: KernelBackend;
  /** Adapter or instruction set: "NVIDIA …", "SIMD, one thread". */
  readonly device: string;
  readonly software: boolean;
  /** Lets go of the device; its loss is then no news. */
  readonly close: () => void;
}

/** Why a backend was not started, in words. */
export class NotStarted extends Error {
  readonly outcome: 'unavailable' | 'passed-over';

  constructor(outcome: 'unavailable' | 'passed-over', reason: string) {
    super(reason);
    this.name = 'NotStarted';
    this.outcome = outcome;
  }
}
