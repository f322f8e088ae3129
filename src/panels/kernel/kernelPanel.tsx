import type { PanelDefinition } from '../Panel.ts';
import { KernelPlot } from './KernelPlot.tsx';
import { kernelTable } from './kernelTable.ts';
import { kernelCaption } from './kernelWords.ts';

/** The neural tangent kernel itself, finite and infinite. */
export const kernelPanel: PanelDefinition = {
  id: 'kernel',
  title: 'Kernel',
  subtitle: ({ data }) =>
    data === undefined ? 'Θ' : `Θ, ${data.n} × ${data.n}, samples ${data.order}`,
  Plot: KernelPlot,
  caption: kernelCaption,
  table: kernelTable,
  explain: {
    sentences: [
      'Each pixel belongs to two samples and says how much a gradient step on the one would move the network’s output on the other: bright means that they are learned together.',
      'As the network grows wide its kernel tends to a fixed one, Θ∞, that no longer depends on the random weights and stands still in training.',
    ],
    formula: (
      <>
        Θ(x, x′) = Σ<sub>θ</sub> ∂f(x)/∂θ · ∂f(x′)/∂θ
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); for orthogonal weights Huang, Du & Xu (2021)',
  },
};
