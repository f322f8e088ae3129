import type { Results } from '../spec/Results.ts';
import { armNames } from './armNames.ts';

/** How an arm is called beside a picture and before a number; empty for a single arm, which needs no name. */
export interface ArmCall {
  /** "A Gaussian". */
  readonly name: string;
  /** "A ". */
  readonly letter: string;
}

/** The calls of all arms in order. */
export const armCalls = ({ experiment, arms }: Results): readonly ArmCall[] => {
  const names = armNames(experiment);
  return arms.map(({ label }, index) =>
    arms.length > 1
      ? { name: names[index] ?? label, letter: `${label} ` }
      : { name: '', letter: '' },
  );
};
