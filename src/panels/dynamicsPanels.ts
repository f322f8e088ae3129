import './function/function.css';
import { functionPanel } from './function/functionPanel.tsx';
import type { PanelDefinition } from './Panel.ts';

/** Every picture of how training leaves the theory, in the order of the page. They are loaded when first asked for. */
export const dynamicsPanels: readonly PanelDefinition[] = [functionPanel];
