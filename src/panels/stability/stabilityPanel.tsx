import type { PanelDefinition } from '../Panel.ts';
import { stabilityOptions } from './stabilityOptions.ts';
import { StabilityPlot } from './StabilityPlot.tsx';
import { stabilityTable } from './stabilityTable.ts';
import { stabilityCaption, stabilitySubtitle } from './stabilityWords.ts';

/** How curved the loss is where training goes, against how curved the rate lets it be. */
export const stabilityPanel: PanelDefinition = {
  id: 'stability',
  title: 'Stability',
  options: stabilityOptions,
  subtitle: stabilitySubtitle,
  Plot: StabilityPlot,
  caption: stabilityCaption,
  table: stabilityTable,
  explain: {
    sentences: [
      'Gradient descent on a quadratic is stable while its largest curvature, the sharpness, is below 2/η; for squares the kernel sets most of it, λₘₐₓ(Θ)/n, and the rest of the Hessian comes from residuals and fades with them.',
      'Training of networks that are not lazy often sharpens the loss until it reaches 2/η, and then goes on at that edge: the loss rattles, yet falls over long times.',
    ],
    formula: (
      <>
        λ<sub>max</sub>(∇²L) ≈ λ<sub>max</sub>(Θ<sub>t</sub>)/n for L = (1/2n)Σ‖f − y‖², against
        2/η, with momentum (1 + β) times that, with Nesterov’s (1 + β)/(1 + 2β) times
      </>
    ),
    source: 'Cohen et al. (2021); Jastrzębski et al. (2020)',
  },
};
