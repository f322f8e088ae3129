import type { ArmLabel, Experiment } from './Experiment.ts';
import type { Failure } from './Failure.ts';
import type { RateUnit } from './rateChanges.ts';
import type { BackendId, Result } from './Result.ts';

/**
 * Portraits of networks, by the views of the page that show them: what they are at the start, and, as 'dynamics', what is followed as
 * they train.
 */
export const portraitGroups = ['network', 'initialization', 'dynamics'] as const;

/** One of the groups of portraits. */
export type PortraitGroup = (typeof portraitGroups)[number];

/** What an arm's rate is to be. */
export interface NewRate {
  readonly arm: ArmLabel;
  readonly value: number;
  readonly unit: RateUnit;
}

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
      /** Whose portraits are being looked at, and so come before training. */
      readonly looking?: PortraitGroup;
    }
  /** Portraits of the run are being looked at: compute them, if they have not been, whatever the run is doing. */
  | { readonly kind: 'look'; readonly group: PortraitGroup }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** One gradient step of every network, with its kernel, then pause. */
  | { readonly kind: 'step' }
  /**
   * An arm, and those that take their rate from it, go on from the weights that they have at another rate; answered by the step from
   * which it holds.
   */
  | { readonly kind: 'rate'; readonly run: number; readonly rates: readonly NewRate[] }
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
  /** Rates that were asked for, and the step from which they hold; without one, training did not go on. */
  | {
      readonly kind: 'rate';
      readonly run: number;
      readonly rates: readonly NewRate[];
      readonly step?: number;
    }
  | { readonly kind: 'archive-progress'; readonly run: number; readonly done: number }
  | { readonly kind: 'archive'; readonly run: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'archive-failure'; readonly run: number; readonly failure: Failure };
