import type { PanelDefinition } from '../Panel.ts';
import { changeOptions } from './changeOptions.ts';
import { ChangePlot } from './ChangePlot.tsx';
import { changeTable } from './changeTable.ts';
import { changeCaption, changeSubtitle } from './changeWords.ts';

/** How far the kernel moves in training, and whether it moves towards the target. */
export const changePanel: PanelDefinition = {
  id: 'change',
  title: 'Kernel change',
  options: changeOptions,
  subtitle: changeSubtitle,
  Plot: ChangePlot,
  caption: changeCaption,
  table: changeTable,
  explain: {
    sentences: [
      'A network whose kernel stands still is a linear model in disguise; this is how far the kernel, or a layer’s part of it, or its weights have moved from their start, relative to their size.',
      'Alignment says how much of the kernel points along the target, centred alignment the same about its means: if it grows, the network is building features for its task. With NTK scaling the kernel moves as 1/width, weights of inner layers too, and those of the first layer and the readout as 1/√width.',
    ],
    formula: (
      <>
        ‖Θ<sub>t</sub> − Θ<sub>0</sub>‖<sub>F</sub> / ‖Θ<sub>0</sub>‖<sub>F</sub>, and ⟨Θ
        <sub>t</sub>, yyᵀ⟩<sub>F</sub> / (‖Θ<sub>t</sub>‖<sub>F</sub> ‖yyᵀ‖<sub>F</sub>)
      </>
    ),
    source:
      'Jacot, Gabriel & Hongler (2018); Huang, Du & Xu (2021); Cristianini et al. (2001); Cortes, Mohri & Rostamizadeh (2012)',
  },
};
