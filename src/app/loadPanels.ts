/** The panels of the later sets, fetched when they are first asked for. */
export const loadPanels = {
  network: async () => (await import('../panels/portraitPanels.ts')).portraitPanels,
  initialization: async () => {
    const { checkedPanels } = await import('./checkedPanels.ts');
    return checkedPanels();
  },
} as const;
