import type { PanelDefinition } from '../Panel.ts';
import { kernelStep } from '../shown.ts';
import { subscript } from '../chart/digits.ts';
import { SpectrumPlot } from './SpectrumPlot.tsx';
import { spectrumTable } from './spectrumTable.ts';
import { spectrumCaption } from './spectrumWords.ts';

/** The eigenvalues of the kernel: how fast each direction is learned. */
export const spectrumPanel: PanelDefinition = {
  id: 'spectrum',
  title: 'Spectrum',
  subtitle: (results, view) => {
    const step = kernelStep(results, view);
    return step === 0
      ? 'eigenvalues of Θ₀'
      : `eigenvalues of Θ${subscript(step)}, hollow those of Θ₀`;
  },
  Plot: SpectrumPlot,
  caption: spectrumCaption,
  table: spectrumTable,
  explain: {
    sentences: [
      'Each eigenvector of the kernel is a pattern over the samples, and its eigenvalue is the speed at which gradient descent learns that pattern.',
      'A steep spectrum means that a few patterns are learned at once and the rest hardly ever; the largest eigenvalue bounds the learning rate.',
    ],
    formula: (
      <>
        Θ v<sub>i</sub> = λ<sub>i</sub> v<sub>i</sub>; residual along v<sub>i</sub> after t steps:
        (1 − ηλ<sub>i</sub>/n)<sup>t</sup>; effective rank exp(−Σ p<sub>i</sub> ln p<sub>i</sub>)
        with p<sub>i</sub> = λ<sub>i</sub>/Σλ
      </>
    ),
    source: 'Jacot, Gabriel & Hongler (2018); Roy & Vetterli (2007)',
  },
};
