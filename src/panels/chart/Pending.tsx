import type { ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';
import { waitingWords } from './waitingWords.ts';

interface PendingProps {
  readonly results: Results;
  /** Whether there is something to see already. */
  readonly known: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

/** Says in the middle of a picture that it is being computed, or that it will not be, as long as nothing is known. */
export function Pending({ results, known, size }: PendingProps): ReactNode {
  if (known) return null;
  return (
    <text className="chart-tick" x={size.width / 2} y={size.height / 2} textAnchor="middle">
      {waitingWords(results.status, 'being computed …')}
    </text>
  );
}
