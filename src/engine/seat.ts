import type { OutputsAt } from './curves.ts';
import { descent, type Lesson, type State } from './descent.ts';
import type { Network } from './network.ts';
import { cloned, discardState } from './stack.ts';
import type { Team } from './team.ts';

/** Where a network trains: by itself or in a team. */
export interface Seat {
  readonly network: () => Network;
  readonly step: () => number;
  readonly outputs: () => Promise<readonly OutputsAt[]>;
  /** The team's, if it is one. */
  readonly team?: Team;
  /** The network's state as it is now. */
  readonly keep: () => Kept;
  /** Gives up the seat, and what is on the backend for it. */
  readonly dispose: () => void;
}

/** A state that was kept; to be used up by `take` or given back. */
export interface Kept {
  readonly step: number;
  readonly take: () => State;
  readonly dispose: () => void;
}

/** The seat of a network by itself. */
export interface OwnSeat extends Seat {
  readonly advance: ReturnType<typeof descent>['advance'];
}

/** A seat for a network that trains by itself from a state, which it owns from now on. */
export function ownSeat(lesson: Lesson, start: State): OwnSeat {
  const { network, state, outputs, advance, dispose } = descent(lesson, start);
  return {
    network,
    step: () => state().step,
    outputs,
    advance,
    keep: () => {
      const kept = cloned(state());
      return { step: kept.step, take: () => kept, dispose: () => discardState(kept) };
    },
    dispose,
  };
}
