import type { PanelDefinition } from '../Panel.ts';
import { TrainingPlot } from './TrainingPlot.tsx';
import { trainingTable } from './trainingTable.ts';
import { trainingCaption } from './trainingWords.ts';

/** How networks learn, against how their kernels say they would. */
export const trainingPanel: PanelDefinition = {
  id: 'training',
  title: 'Training',
  options: [
    { value: 'log', label: 'log axis' },
    { value: 'linear', label: 'linear axis' },
  ],
  subtitle: ({ data }) =>
    data === undefined ? 'loss over steps' : `${data.n} samples, ${data.nTest} held out`,
  Plot: TrainingPlot,
  caption: trainingCaption,
  table: trainingTable,
  explain: {
    sentences: [
      'Solid curves are real networks as they train, thin ones each network on its own; dashed ones are what would happen if the kernel never moved, so that squares were fitted by linear regression along its eigenvectors.',
      'Where solid and dashed agree the network is in the lazy regime and its kernel explains it; where they part it has begun to learn features.',
    ],
    formula: (
      <>
        f<sub>t</sub> − y = (I − η Θ<sub>0</sub>/n)<sup>t</sup> (f<sub>0</sub> − y), stable for η
        &lt; 2n/λ<sub>max</sub> (gradient descent on (1/2n)Σ‖f − y‖²)
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); Lee et al. (2019)',
  },
};
