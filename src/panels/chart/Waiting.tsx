import type { ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';

interface WaitingProps {
  readonly results: Results;
  /** Whether there is something to see already. */
  readonly known: boolean;
}

/** Says over the middle of a picture that it is being computed, as long as nothing is known and the run goes on. */
export const Waiting = ({ results, known }: WaitingProps): ReactNode =>
  known || results.status === 'failed' || results.status === 'stopped' ? null : (
    <p className="chart-waiting">being computed …</p>
  );
