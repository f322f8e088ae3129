import type { PanelDefinition } from './Panel.ts';

/** Every picture of what initializers do to signals, in the order of the page. They are loaded when first asked for. */
export const initializationPanels: readonly PanelDefinition[] = [];
