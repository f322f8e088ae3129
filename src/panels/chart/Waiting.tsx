import type { ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';
import { waitingWords } from './waitingWords.ts';

interface WaitingProps {
  readonly results: Results;
  /** Whether there is something to see already. */
  readonly known: boolean;
}

/** Says over the middle of a picture that it is being computed, or that there is nothing, as long as nothing is known. */
export const Waiting = ({ results, known }: WaitingProps): ReactNode =>
  known ? null : (
    // Who opens a view after the run gets what belongs to it later.
    <p className="chart-waiting">{waitingWords(results.status, 'not measured so far')}</p>
  );
