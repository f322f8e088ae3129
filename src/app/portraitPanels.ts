/** The code of the second set of panels, fetched when it is first asked for. */
export const loadPortraitPanels = () => import('../panels/portraitPanels.ts');
