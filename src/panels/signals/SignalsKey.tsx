import type { ReactNode } from 'react';
import { markerPath } from '../chart/markerPath.ts';

const words = {
  copies: ['equal to an earlier unit', 'active for no sample'],
  curvature: ['|λₘₐₓ| of the Hessian', 'λₘₐₓ(Θ)/n'],
} as const;

/** What solid and hollow markers mean where there are two kinds. */
export function SignalsKey({ option }: { readonly option: keyof typeof words }): ReactNode {
  const [solid, hollow] = words[option];
  return (
    <div className="chart-strip">
      <ul className="chart-key signals-key">
        <li>
          <svg viewBox="0 0 12 8" aria-hidden="true">
            <path className="chart-mark measured" d={markerPath('circle', 6, 4, 3)} />
          </svg>
          {solid}
        </li>
        <li>
          <svg viewBox="0 0 12 8" aria-hidden="true">
            <path className="chart-mark dead" d={markerPath('circle', 6, 4, 3)} />
          </svg>
          {hollow}
        </li>
      </ul>
    </div>
  );
}
