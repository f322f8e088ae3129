import type { ReactNode } from 'react';
import type { ChangeOption } from './changeOptions.ts';

/** What is on the vertical axis, as a formula. */
export function ChangeFormula({ option }: { readonly option: ChangeOption }): ReactNode {
  return <span className="chart-formula">{formulas[option]}</span>;
}

const formulas: Readonly<Record<ChangeOption, ReactNode>> = {
  kernel: (
    <>
      ‖Θ<sub>t</sub> − Θ<sub>0</sub>‖ / ‖Θ<sub>0</sub>‖
    </>
  ),
  layers: (
    <>
      ‖Θ<sub>t</sub>ˡ − Θ<sub>0</sub>ˡ‖ / ‖Θ<sub>0</sub>ˡ‖
    </>
  ),
  weights: (
    <>
      ‖W<sub>t</sub>ˡ − W<sub>0</sub>ˡ‖ / ‖W<sub>0</sub>ˡ‖
    </>
  ),
  alignment: (
    <>
      ⟨Θ<sub>t</sub>, yyᵀ⟩ / (‖Θ<sub>t</sub>‖ ‖yyᵀ‖)
    </>
  ),
  centred: (
    <>
      centred, with yyᵀ; dashed: with Θ<sub>0</sub>
    </>
  ),
  width: 'change against width',
};
