import type { ReactNode } from 'react';
import { subscript } from '../chart/digits.ts';
import { RichWords } from '../chart/RichText.tsx';

const roles = [
  { role: 'network', words: 'network', verb: '' },
  { role: 'start', words: 'Θ₀', verb: ' predicts' },
  { role: 'limit', words: 'Θ∞', verb: ' predicts' },
] as const;

/** What solid, dashed and thin lines mean; narrow plots leave out the verb, and so do four kinds. `from` is the step of a later prediction. */
export function TrainingKey({ from }: { readonly from: number | undefined }): ReactNode {
  const later =
    from === undefined ? [] : [{ role: 'later', words: `Θ${subscript(from)}`, verb: '' } as const];
  return (
    <ul className="chart-key">
      {[...roles, ...later].map(({ role, words, verb }) => (
        <li key={role}>
          <svg viewBox="0 0 22 8" aria-hidden="true">
            <path className={`chart-curve ${role}`} d="M1,4H21" />
          </svg>
          <span>
            <RichWords text={words} />
            {from === undefined && <span className="chart-key-verb">{verb}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
