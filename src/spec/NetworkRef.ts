import type { ArmLabel } from './Experiment.ts';

/** Which network of a run: its arm, and the place of its seed (0-based). */
export interface NetworkRef {
  readonly arm: ArmLabel;
  readonly seed: number;
}
