import type { ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';

interface WaitingProps {
  readonly results: Results;
  /** Whether there is something to see already. */
  readonly known: boolean;
}

/** Says over the middle of a picture that it is being computed, or that there is nothing, as long as nothing is known. */
export const Waiting = ({ results, known }: WaitingProps): ReactNode =>
  known || results.status === 'failed' || results.status === 'stopped' ? null : (
    <p className="chart-waiting">
      {results.status === 'done' ? 'not measured in this run' : 'being computed …'}
    </p>
  );
