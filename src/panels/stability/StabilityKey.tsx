import type { ReactNode } from 'react';

const roles = [
  { role: 'network', words: 'λₘₐₓ of the Hessian' },
  { role: 'start', words: 'λₘₐₓ(Θₜ)/n' },
  { role: 'limit', words: '2/η' },
] as const;

interface StabilityKeyProps {
  readonly share: boolean;
  /** Lines that are drawn nowhere. */
  readonly without: readonly (typeof roles)[number]['role'][];
}

/** What solid, dashed and thin lines mean. */
export const StabilityKey = ({ share, without }: StabilityKeyProps): ReactNode => (
  <ul className="chart-key">
    {roles
      .filter(({ role }) => !without.includes(role))
      .map(({ role, words }) => (
        <li key={role}>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            <path className={`chart-curve ${role}`} d="M1,4H21" />
          </svg>
          {words}
          {share && role === 'limit' ? ' = 1' : ''}
        </li>
      ))}
  </ul>
);
