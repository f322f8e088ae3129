import type { PanelDefinition } from '../Panel.ts';
import { lazyOptions } from './lazyOptions.ts';
import { LazyPlot } from './LazyPlot.tsx';
import { lazyTable } from './lazyTable.ts';
import { lazyCaption, lazySubtitle } from './lazyWords.ts';

/** Whether a network trains as its tangent would, or learns features. */
export const lazyPanel: PanelDefinition = {
  id: 'lazy',
  title: 'Lazy or rich',
  options: lazyOptions,
  subtitle: lazySubtitle,
  Plot: LazyPlot,
  caption: lazyCaption,
  table: lazyTable,
  explain: {
    sentences: [
      'A lazy network learns while its weights hardly move, so that it stays a linear model in them, its tangent; a rich one leaves the tangent, and its kernel becomes one for its task. Both numbers count: close to the targets all outputs agree, whatever has become of the kernel.',
      'A larger output scale α makes any network lazier, since less movement is then enough to fit the targets; a larger width does the same in NTK scaling, and the first move of the kernel, which the third-order kernel predicts, shrinks as 1/width. At a rate beyond 2n/λ_max the tangent diverges; a network may then catapult: its loss grows until it comes to a place of less curvature.',
    ],
    formula: (
      <>
        ‖f<sub>t</sub> − f<sub>t</sub>
        <sup>lin</sup>‖ / ‖f<sub>t</sub> − f<sub>0</sub>‖ with f<sup>lin</sup> = f<sub>0</sub> + ∇f
        <sub>0</sub>·(w − w<sub>0</sub>); h = αf with the loss divided by α²; ∂<sub>t</sub>Θ =
        −(1/n) Σ K<sub>3</sub>(f − y)
      </>
    ),
    source: 'Chizat, Oyallon & Bach (2019); Huang & Yau (2020); Lewkowycz et al. (2020)',
  },
};
