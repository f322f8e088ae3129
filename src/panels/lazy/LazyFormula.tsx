import type { ReactNode } from 'react';
import type { LazyOption } from './lazyOptions.ts';

/** What is on the vertical axis, as a formula. */
export const LazyFormula = ({ option }: { readonly option: LazyOption }): ReactNode => (
  <span className="chart-formula">
    {option === 'tangent' ? (
      <>
        ‖f<sub>t</sub> − f<sub>t</sub>
        <sup>lin</sup>‖ / ‖f<sub>t</sub> − f<sub>0</sub>‖
      </>
    ) : (
      <>
        ‖Θ<sub>t</sub> − Θ<sub>0</sub>‖ / ‖Θ<sub>0</sub>‖{option === 'width' && ' × width'}
      </>
    )}
  </span>
);
