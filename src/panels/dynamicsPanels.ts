import './function/function.css';
import './lazy/lazy.css';
import './modes/modes.css';
import { functionPanel } from './function/functionPanel.tsx';
import { lazyPanel } from './lazy/lazyPanel.tsx';
import { modesPanel } from './modes/modesPanel.tsx';
import type { PanelDefinition } from './Panel.ts';
import { stabilityPanel } from './stability/stabilityPanel.tsx';

/** Every picture of how training leaves the theory, in the order of the page. They are loaded when first asked for. */
export const dynamicsPanels: readonly PanelDefinition[] = [
  functionPanel,
  modesPanel,
  stabilityPanel,
  lazyPanel,
];
