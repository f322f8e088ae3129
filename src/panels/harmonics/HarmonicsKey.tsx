import type { ReactNode } from 'react';
import { markerPath } from '../chart/markerPath.ts';

/** What solid and hollow markers mean, and on the circle the curves. */
export function HarmonicsKey({ onCircle }: { readonly onCircle: boolean }): ReactNode {
  return (
    <ul className="chart-key harmonics-key">
      <li>
        <svg viewBox="0 0 12 8" aria-hidden="true">
          <path className="chart-mark measured" d={markerPath('circle', 6, 4, 3)} />
        </svg>
        even
      </li>
      <li>
        <svg viewBox="0 0 12 8" aria-hidden="true">
          <path className="chart-mark harmonic-odd" d={markerPath('circle', 6, 4, 3)} />
        </svg>
        odd
      </li>
      {onCircle && (
        <li>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            <path className="chart-curve network" d="M1,4H21" />
          </svg>
          network
        </li>
      )}
    </ul>
  );
}
