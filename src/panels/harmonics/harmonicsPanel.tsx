import type { PanelDefinition } from '../Panel.ts';
import { HarmonicsPlot } from './HarmonicsPlot.tsx';
import { harmonicsTable } from './harmonicsTable.ts';
import { harmonicsCaption } from './harmonicsWords.ts';

/** The eigenvalues of the infinite-width kernel by frequency. */
export const harmonicsPanel: PanelDefinition = {
  id: 'harmonics',
  title: 'Harmonics',
  subtitle: () => 'eigenvalues μₖ of Θ∞ on the sphere, by degree k',
  Plot: HarmonicsPlot,
  caption: harmonicsCaption,
  table: harmonicsTable,
  explain: {
    sentences: [
      'For inputs spread evenly over a sphere the eigenvectors of the kernel are the spherical harmonics, and the eigenvalue of degree k says how fast that frequency is learned.',
      'The slope on logarithmic axes is the price of detail: about k^−d on S^(d−1) for ReLU networks of any depth, while smooth activations fall faster than any power; without biases, shallow networks have no odd frequencies beyond the first.',
    ],
    formula: (
      <>
        μ<sub>k</sub> = ∫ κ(θ) P<sub>k</sub>(cos θ) sin<sup>d−2</sup>θ dθ / ∫ sin<sup>d−2</sup>θ dθ,
        with P<sub>k</sub>(1) = 1 and κ(0) = 1
      </>
    ),
    source:
      'Bietti & Bach (2021); Belfer, Geifman, Galun & Basri (2021); Geifman et al. (2020); Jacot, Gabriel & Hongler (2018)',
  },
};
