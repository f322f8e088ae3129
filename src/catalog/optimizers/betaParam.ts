import type { NumberParam } from '../../nn/Settings.ts';

/** The share of the velocity that is kept from step to step. */
export const betaParam: NumberParam = {
  kind: 'number',
  key: 'beta',
  label: 'β',
  default: 0.9,
  min: 0,
  max: 0.9999,
  slider: [0, 0.99],
  explain: 'The share of the velocity that is kept from one step to the next.',
};
