import type { PanelDefinition } from '../Panel.ts';
import { modesOptions } from './modesOptions.ts';
import { ModesPlot } from './ModesPlot.tsx';
import { modesTable } from './modesTable.ts';
import { modesCaption, modesSubtitle } from './modesWords.ts';

/** Which directions of function space are learnt when, beside what linear theory says. */
export const modesPanel: PanelDefinition = {
  id: 'modes',
  title: 'Modes',
  options: modesOptions,
  subtitle: modesSubtitle,
  Plot: ModesPlot,
  caption: modesCaption,
  table: modesTable,
  explain: {
    sentences: [
      'Split along the eigenvectors of the kernel at the start, what is still to be learnt is a sum of modes, and linear theory lets each die out at a pace of its own: those of large eigenvalues at once, those of small ones after very many steps.',
      'Where a measured curve leaves its dashed one the kernel has moved, and with it the pace: networks that learn features learn some modes sooner than their eigenvalues at the start would let them.',
    ],
    formula: (
      <>
        ⟨v<sub>i</sub>, f<sub>t</sub> − y⟩ = (1 − ηλ<sub>i</sub>/n)<sup>t</sup> ⟨v<sub>i</sub>, f
        <sub>0</sub> − y⟩, half of it after t ≈ n ln 2/(ηλ<sub>i</sub>) steps (gradient descent on
        (1/2n)Σ‖f − y‖²)
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); Lee et al. (2019)',
  },
};
