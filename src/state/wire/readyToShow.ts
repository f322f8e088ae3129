import type { NetworkResults, Results } from '../../spec/Results.ts';

/** After this long, in ms, the kernel of one arm is shown without waiting for the others. */
const patienceForAll = 250;
/** After this long, in ms, a run is shown even if it has nothing to show. */
export const patience = 1000;

/**
 * Whether a new run takes the place of the one before it on screen, `waited` ms after its start: once every arm has a
 * kernel, so that pictures do not blink while a slider moves, but never so late that controls and pictures disagree for
 * long.
 */
export function readyToShow({ status, arms }: Results, waited: number): boolean {
  const ended = status === 'done' || status === 'failed' || status === 'stopped';
  const begun = arms.filter(({ networks }) => networks.some(hasBegun)).length;
  return (
    ended || waited >= patience || begun === arms.length || (begun > 0 && waited >= patienceForAll)
  );
}

const hasBegun = ({ kernels, failure }: NetworkResults): boolean =>
  kernels.length > 0 || failure !== undefined;
