import type { PanelDefinition } from '../Panel.ts';
import { WeightsPlot } from './WeightsPlot.tsx';
import { weightsTable } from './weightsTable.ts';
import { weightsCaption, weightsSubtitle } from './weightsWords.ts';

/** The weight matrices as they are drawn. */
export const weightsPanel: PanelDefinition = {
  id: 'weights',
  title: 'Weights',
  options: [
    { value: 'histogram', label: 'histogram' },
    { value: 'log', label: 'histogram (log)' },
    { value: 'singular', label: 'singular values' },
    { value: 'tail', label: 'tail exponent' },
  ],
  subtitle: weightsSubtitle,
  Plot: WeightsPlot,
  caption: weightsCaption,
  table: weightsTable,
  explain: {
    sentences: [
      'These are the numbers that multiply each layer’s inputs at the start: an initializer decides their distribution, and with it how much a matrix stretches some directions and squeezes others, which its singular values tell.',
      'Independent entries of any light-tailed distribution have singular values between the Marchenko–Pastur edges, down to nearly zero for square matrices, orthogonal matrices have all of them equal, and equal entries have a single one: whatever the width, such a layer hands on one number.',
    ],
    formula: (
      <>
        W = U diag(s) Vᵀ; independent entries of variance v: √v |√fan-in − √fan-out| ≤ s ≤ √v
        (√fan-in + √fan-out); Hill’s exponent 1/α = (1/k) Σ<sub>i≤k</sub> ln(w<sub>(i)</sub>/w
        <sub>(k+1)</sub>) of the k largest |W|, ± α/√k
      </>
    ),
    source: 'Marchenko & Pastur (1967); Hill (1975)',
  },
};
