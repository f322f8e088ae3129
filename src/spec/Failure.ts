import type { ArmLabel } from './Experiment.ts';

/** Why something did not work. Each kind has its own remedy. */
export type FailureKind =
  | 'diverged'
  | 'out-of-memory'
  | 'device-lost'
  | 'no-backend'
  | 'bad-data'
  | 'no-gradient'
  | 'refused'
  | 'internal';

/** A failure as it crosses from the worker to the page: a kind, what happened with its numbers, and what to do. */
export interface Failure {
  readonly kind: FailureKind;
  /** One sentence with the values: "A diverged at step 31: η = 3.1 is above 2n/λ_max = 2.4." */
  readonly sentence: string;
  /** One sentence: "Choose a rate below 2.4." */
  readonly action: string;
  /** The network it happened to; absent if the whole run ended. */
  readonly arm?: ArmLabel;
  readonly seed?: number;
  readonly step?: number;
}
