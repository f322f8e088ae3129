import type { PanelDefinition } from '../Panel.ts';
import { ProfilePlot } from './ProfilePlot.tsx';
import { profileTable } from './profileTable.ts';
import { profileCaption } from './profileWords.ts';

/** The kernel as a function of the angle between two inputs. */
export const profilePanel: PanelDefinition = {
  id: 'profile',
  title: 'Kernel profile',
  subtitle: () => 'k(angle)/k(0) between inputs on the sphere',
  Plot: ProfilePlot,
  caption: profileCaption,
  table: profileTable,
  explain: {
    sentences: [
      'Two inputs on the sphere differ only by their angle, and the curve says how much of the kernel is left at that angle: a spiky kernel learns each sample by itself, a flat one cannot tell them apart.',
      'Fully connected ReLU networks grow spikier with depth, residual ones with α falling as L grows do not; Laplace and Gaussian kernels are there to compare, since ReLU networks behave like the former.',
    ],
    formula: (
      <>
        spikiness = (π/2)/θ<sub>½</sub>, where θ<sub>½</sub> is the angle at which k is halfway
        between k(0) and its least value; Laplace exp(−c√(2(1 − cos θ))), Gaussian exp(−c²(1 − cos
        θ))
      </>
    ),
    source:
      'Jacot, Gabriel & Hongler (2018); Belfer, Geifman, Galun & Basri (2021); Geifman et al. (2020)',
  },
};
