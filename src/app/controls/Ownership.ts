import type { ArmLabel } from '../../spec/Experiment.ts';

/** Whose value a later arm's control shows: A's, or its own, which can be given up for A's. */
export type Ownership =
  | { readonly kind: 'inherited' }
  | {
      readonly kind: 'own';
      readonly arm: ArmLabel;
      /** A's value in words. */
      readonly inherited: string;
      readonly takeBack: () => void;
    };
