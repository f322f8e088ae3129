import type { PanelOption } from '../Panel.ts';

/** What the panel can show: curvatures as they are, or as shares of the limit. */
export const stabilityOptions: readonly PanelOption[] = [
  { value: 'curvature', label: 'curvature' },
  { value: 'share', label: 'in units of 2/η' },
];
