import type { ReactNode } from 'react';
import type { ChangeMetric } from './changeArms.ts';

/** What is on the vertical axis, as a formula. */
export function ChangeFormula({ metric }: { readonly metric: ChangeMetric }): ReactNode {
  return (
    <span className="chart-formula">
      {metric === 'change' ? (
        <>
          ‖Θ<sub>t</sub> − Θ<sub>0</sub>‖ / ‖Θ<sub>0</sub>‖
        </>
      ) : (
        <>
          ⟨Θ<sub>t</sub>, yyᵀ⟩ / (‖Θ<sub>t</sub>‖ ‖yyᵀ‖)
        </>
      )}
    </span>
  );
}
