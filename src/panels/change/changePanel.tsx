import type { PanelDefinition } from '../Panel.ts';
import { ChangePlot } from './ChangePlot.tsx';
import { changeTable } from './changeTable.ts';
import { changeCaption } from './changeWords.ts';

/** How far the kernel moves in training, and whether it moves towards the target. */
export const changePanel: PanelDefinition = {
  id: 'change',
  title: 'Kernel change',
  subtitle: () => 'how far Θₜ is from Θ₀',
  Plot: ChangePlot,
  caption: changeCaption,
  table: changeTable,
  explain: {
    sentences: [
      'A network whose kernel stands still is a linear model in disguise; this is how far the kernel has moved from its start, relative to its size.',
      'Alignment says how much of the kernel points along the target: if it grows, the network is building features for its task.',
    ],
    formula: (
      <>
        ‖Θ<sub>t</sub> − Θ<sub>0</sub>‖<sub>F</sub> / ‖Θ<sub>0</sub>‖<sub>F</sub>, and ⟨Θ
        <sub>t</sub>, yyᵀ⟩<sub>F</sub> / (‖Θ<sub>t</sub>‖<sub>F</sub> ‖yyᵀ‖<sub>F</sub>)
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); Huang, Du & Xu (2021); Cristianini et al. (2001)',
  },
};
