import { withKnownOptions } from './withKnownOptions.ts';

/** The panels of the later sets, fetched when they are first asked for. */
export const loadPanels = {
  network: async () =>
    withKnownOptions((await import('../panels/portraitPanels.ts')).portraitPanels),
  initialization: async () => {
    const { checkedPanels } = await import('./checkedPanels.ts');
    return checkedPanels();
  },
  dynamics: async () => {
    const { dynamicsPanels } = await import('../panels/dynamicsPanels.ts');
    return withKnownOptions(dynamicsPanels);
  },
} as const;
