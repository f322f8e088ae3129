import type { Sheet } from '../state/View.ts';

/** The panels of each set by their ids, in their order: known before a set's own code is. */
export const sheetPanels: Readonly<Record<Sheet, readonly string[]>> = {
  training: ['kernel', 'spectrum', 'training', 'change'],
  network: ['network', 'layers', 'profile', 'harmonics'],
  initialization: ['weights', 'jacobian', 'signals', 'phase'],
  dynamics: ['function', 'modes', 'stability', 'lazy'],
};

/** What each set is called. */
export const sheetNames: Readonly<Record<Sheet, string>> = {
  training: 'Training',
  network: 'Network',
  initialization: 'Initialization',
  dynamics: 'Dynamics',
};
