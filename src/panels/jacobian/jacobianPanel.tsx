import type { PanelDefinition } from '../Panel.ts';
import { JacobianPlot } from './JacobianPlot.tsx';
import { jacobianTable } from './jacobianTable.ts';
import { jacobianCaption, jacobianSubtitle } from './jacobianWords.ts';

/** How much small changes grow or shrink on their way through a network. */
export const jacobianPanel: PanelDefinition = {
  id: 'jacobian',
  title: 'Jacobian',
  options: [
    { value: 'histogram', label: 'histogram' },
    { value: 'depth', label: 'against depth' },
    { value: 'inputs', label: 'input–output' },
  ],
  subtitle: jacobianSubtitle,
  Plot: JacobianPlot,
  caption: jacobianCaption,
  table: jacobianTable,
  explain: {
    sentences: [
      'A singular value of the Jacobian says how much a small change of one direction grows or shrinks from layer to layer, and errors on their way back do the same: where all are near 1 a network is isometric, and even a deep one learns in all directions at one pace.',
      'On the critical line the mean of s² is 1 for Gaussian and orthogonal weights alike, but its variance grows with depth for Gaussian ones, while it stays small for orthogonal ones with a nearly linear activation; isometry is (mean s)²/mean s², which is 1 where all are equal.',
    ],
    formula: (
      <>
        J = Π D<sub>l</sub>W<sub>l</sub>; mean s² = χ<sub>1</sub>
        <sup>L</sup>, and at χ<sub>1</sub> = 1 variance of s² = L(μ<sub>2</sub>/μ<sub>1</sub>² − 1 −
        s<sub>1</sub>) with μ<sub>k</sub> = E φ′(√q* z)<sup>2k</sup>, s<sub>1</sub> = 0 for
        orthogonal and −1 for Gaussian weights
      </>
    ),
    source: 'Pennington, Schoenholz & Ganguli (2017); Saxe, McClelland & Ganguli (2014)',
  },
};
