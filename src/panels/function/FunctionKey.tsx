import type { ReactNode } from 'react';

interface FunctionKeyProps {
  /** What infinite width is drawn: "NTK", "NNGP ± 2σ". */
  readonly law?: string | undefined;
  readonly single: boolean;
  /** Whether there are several networks, so that means have a band. */
  readonly band: boolean;
  readonly target: boolean;
}

/** What the lines and dots of the function mean. */
export function FunctionKey({ law, single, band, target }: FunctionKeyProps): ReactNode {
  return (
    <ul className="chart-key">
      <li>
        <svg viewBox="0 0 22 8" aria-hidden="true">
          {band && !single && (
            <rect className="chart-band" width="22" height="8" fill="currentColor" />
          )}
          <path className="chart-curve network" d="M1,4H21" />
        </svg>
        {band ? (single ? 'mean' : 'mean, 10–90 %') : 'network'}
      </li>
      {single && band && (
        <li>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            <path className="chart-curve single" d="M1,4H21" />
          </svg>
          networks
        </li>
      )}
      {law !== undefined && (
        <li>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            {law.includes('σ') && <rect className="function-law" width="22" height="8" />}
            <path className="chart-curve limit" d="M1,4H21" />
          </svg>
          {law}
        </li>
      )}
      {target && (
        <li>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            <path className="chart-curve function-target" d="M1,4H21" />
          </svg>
          target
        </li>
      )}
    </ul>
  );
}
