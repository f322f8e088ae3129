import type { PanelDefinition } from '../Panel.ts';
import { LayersPlot } from './LayersPlot.tsx';
import { layersTable } from './layersTable.ts';
import { layersCaption } from './layersWords.ts';

/** The kernel taken apart by layers. */
export const layersPanel: PanelDefinition = {
  id: 'layers',
  title: 'Layers',
  subtitle: () => 'what each layer adds to Θ₀, with its share of the trace',
  Plot: LayersPlot,
  caption: layersCaption,
  table: layersTable,
  explain: {
    sentences: [
      'The kernel is the sum of what its layers contribute, and each map is one of them: how alike two samples look to the weights of that layer.',
      'A layer’s part is the product of how alike the samples are on their way in and how alike the errors are on their way back; that is why early layers tell samples apart by their backward signals and late ones by their features.',
    ],
    formula: (
      <>
        Θ<sub>ℓ</sub>(x, x′) = ⟨u<sub>ℓ</sub>(x), u<sub>ℓ</sub>(x′)⟩ ⟨δ<sub>ℓ</sub>(x), δ
        <sub>ℓ</sub>(x′)⟩ with inputs u and sensitivities δ = ∂f/∂z of layer ℓ; over positions, the
        sum over all pairs
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018)',
  },
};
