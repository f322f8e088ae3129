import type { PanelDefinition } from '../Panel.ts';
import { signalsOptions } from './signalsOptions.ts';
import { SignalsPlot } from './SignalsPlot.tsx';
import { signalsTable } from './signalsTable.ts';
import { signalsCaption, signalsSubtitle } from './signalsWords.ts';

/** What a start does to signals and gradients on their way through the layers. */
export const signalsPanel: PanelDefinition = {
  id: 'signals',
  title: 'Signals',
  options: signalsOptions,
  subtitle: signalsSubtitle,
  Plot: SignalsPlot,
  caption: signalsCaption,
  table: signalsTable,
  explain: {
    sentences: [
      'An initializer decides what each layer multiplies signals by on the way forward and gradients on the way back, and over many layers a factor that is not one makes them vanish or explode.',
      'Their means may be kept while almost all networks lose theirs, since norms of single networks wander as random walks do: hence the moments below two, the histogram of log-norms, and the units that are dead or copies of each other.',
    ],
    formula: (
      <>
        q<sub>l+1</sub> = σ<sub>w</sub>² E φ(√q<sub>l</sub> z)² + σ<sub>b</sub>²; ln|h
        <sub>L</sub>|/|x| ≈ N(Lμ, Lv); ‖H<sub>l</sub>‖ beside λ<sub>max</sub>(Θ<sub>l</sub>)/n
      </>
    ),
    source:
      'Poole et al. (2016); Schoenholz et al. (2017); Gürbüzbalaban & Hu (2021); Skorski, Temperoni & Theobald (2021)',
  },
};
