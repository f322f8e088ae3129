import type { Experiment } from './Experiment.ts';
import type { Failure } from './Failure.ts';
import type { BackendId, Result } from './Result.ts';

/** From the page to the worker. Runs are numbered; a new one ends the old one. */
export type ToWorker =
  | {
      readonly kind: 'start';
      readonly run: number;
      readonly experiment: Experiment;
      /** Show the start (kernel, spectrum, predictions), then wait. */
      readonly paused: boolean;
      /** Use this backend even if it would be passed over, e.g. a software WebGPU adapter. */
      readonly backend?: BackendId;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** One gradient step of every network, with its kernel, then pause. */
  | { readonly kind: 'step' }
  /** End the run; what has been sent stays valid. */
  | { readonly kind: 'stop' }
  /** Compute the whole experiment apart from the live run and send it as an .npz file. */
  | {
      readonly kind: 'archive';
      readonly run: number;
      readonly experiment: Experiment;
      /** The experiment's link, to be kept in the file. */
      readonly link?: string;
      readonly backend?: BackendId;
    };

/** From the worker to the page. */
export type FromWorker =
  | { readonly kind: 'result'; readonly run: number; readonly result: Result }
  | { readonly kind: 'paused'; readonly run: number; readonly paused: boolean }
  | { readonly kind: 'archive-progress'; readonly run: number; readonly done: number }
  | { readonly kind: 'archive'; readonly run: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'archive-failure'; readonly run: number; readonly failure: Failure };
