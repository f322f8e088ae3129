import type { PanelDefinition } from '../Panel.ts';
import { functionChoices } from './functionChoices.ts';
import { functionOptions } from './functionOptions.ts';
import { FunctionPlot } from './FunctionPlot.tsx';
import { functionTable } from './functionTable.ts';
import { functionCaption, functionSubtitle } from './functionWords.ts';

/** What networks make of inputs that they have not seen, as they learn. */
export const functionPanel: PanelDefinition = {
  id: 'function',
  title: 'Function',
  options: functionOptions,
  choices: functionChoices,
  subtitle: functionSubtitle,
  Plot: FunctionPlot,
  caption: functionCaption,
  table: functionTable,
  explain: {
    sentences: [
      'Trained networks of many starts pass through the samples and differ between them; an infinitely wide ensemble does so as a Gaussian process, whose mean is kernel regression with the NTK and whose spread comes from the outputs at the start, and Bayesian regression with the NNGP is what training the readout alone would give.',
      'Where bands of networks and theory lie on each other, training is that of a constant kernel; points of your own (the data set “Points”) can be dragged, or moved with the arrow keys, to see where a network bends.',
    ],
    formula: (
      <>
        mean A y with A = Θ(x, X) Θ<sup>−1</sup>(I − (I − ηΘ/n)<sup>t</sup>), by gradient flow I − e
        <sup>−ηΘt/n</sup>; variance K(x, x) + A K A<sup>⊤</sup> − 2 A K(X, x); NNGP: mean K(x, X) K
        <sup>−1</sup> y, variance K(x, x) − K(x, X) K<sup>−1</sup> K(X, x)
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); Lee et al. (2019); Tirer, Bruna & Giryes (2022)',
  },
};
