import type { PanelDefinition } from '../Panel.ts';
import { PhasePlot } from './PhasePlot.tsx';
import { phaseTable } from './phaseTable.ts';
import { phaseCaption, phaseSubtitle } from './phaseWords.ts';

/** Where an arm's variances lie between order and chaos. */
export const phasePanel: PanelDefinition = {
  id: 'phase',
  title: 'Phase plane',
  options: [
    { value: 'chi', label: 'χ₁' },
    { value: 'xi', label: 'depth scale ξ' },
    { value: 'q', label: 'q*' },
  ],
  subtitle: phaseSubtitle,
  Plot: PhasePlot,
  caption: phaseCaption,
  table: phaseTable,
  explain: {
    sentences: [
      'Each point is a choice of weight and bias variance: on the critical line gradients keep their size through any depth, to its left they vanish and all inputs become alike, to its right they explode and near inputs part.',
      'A network trains at depths up to a few ξ, so deep ones need settings near the line; with small q* the activation works where it is nearly linear, and orthogonal weights then keep all directions alike.',
    ],
    formula: (
      <>
        q* = σ<sub>w</sub>² E φ(√q* z)² + σ<sub>b</sub>², χ<sub>1</sub> = σ<sub>w</sub>² E φ′(√q*
        z)², ξ = 1/|ln χ<sub>1</sub>|; the line, for each q*: σ<sub>w</sub>² = 1/E φ′(√q* z)², σ
        <sub>b</sub>² = q* − σ<sub>w</sub>² E φ(√q* z)²
      </>
    ),
    source: 'Poole, Lahiri, Raghu, Sohl-Dickstein & Ganguli (2016); Schoenholz et al. (2017)',
  },
};
