import type { PanelDefinition } from '../Panel.ts';
import { NetworkPlot } from './NetworkPlot.tsx';
import { networkTable } from './networkTable.ts';
import { networkCaption } from './networkWords.ts';

/** The architecture, and what each of its layers adds to the kernel. */
export const networkPanel: PanelDefinition = {
  id: 'network',
  title: 'Network',
  subtitle: () => 'layers from input to output, parameters, and shares of tr Θ₀',
  Plot: NetworkPlot,
  caption: networkCaption,
  table: networkTable,
  explain: {
    sentences: [
      'Each box is an affine map with what enters and leaves it and how many numbers it has; arcs carry the stream of a residual network past its branches, and a loop feeds a state back to its own layer.',
      'The kernel is a sum over parameters and so over layers: a bar is the share that a layer has in its trace, and a layer that does not train has none.',
    ],
    formula: (
      <>
        Θ<sub>0</sub> = Σ<sub>ℓ</sub> Θ<sub>ℓ</sub>, Θ<sub>ℓ</sub>(x, x′) = ∂f(x)/∂θ<sub>ℓ</sub> ·
        ∂f(x′)/∂θ<sub>ℓ</sub>; bar: tr Θ<sub>ℓ</sub> / tr Θ<sub>0</sub>
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018)',
  },
};
