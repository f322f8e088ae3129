import './jacobian/jacobian.css';
import './phase/phase.css';
import './signals/signals.css';
import './weights/weights.css';
import { jacobianPanel } from './jacobian/jacobianPanel.tsx';
import type { PanelDefinition } from './Panel.ts';
import { phasePanel } from './phase/phasePanel.tsx';
import { signalsPanel } from './signals/signalsPanel.tsx';
import { weightsPanel } from './weights/weightsPanel.tsx';

/** Every picture of what initializers do to signals, in the order of the page. They are loaded when first asked for. */
export const initializationPanels: readonly PanelDefinition[] = [
  weightsPanel,
  jacobianPanel,
  signalsPanel,
  phasePanel,
];
