import type { ReactNode } from 'react';
import type { Results } from '../../spec/Results.ts';

interface PendingProps {
  readonly results: Results;
  /** Whether there is something to see already. */
  readonly known: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

/** Says in the middle of a picture that it is being computed, as long as nothing is known and the run goes on. */
export function Pending({ results, known, size }: PendingProps): ReactNode {
  if (known || results.status === 'failed' || results.status === 'stopped') return null;
  return (
    <text className="chart-tick" x={size.width / 2} y={size.height / 2} textAnchor="middle">
      being computed …
    </text>
  );
}
