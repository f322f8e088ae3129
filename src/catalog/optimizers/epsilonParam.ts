import type { NumberParam } from '../../nn/Settings.ts';

/** What keeps a division by the root of mean squares finite; never left to a library's default. */
export const epsilonParam: NumberParam = {
  kind: 'number',
  key: 'eps',
  label: 'ε',
  default: 1e-8,
  min: 1e-12,
  max: 1,
  slider: [1e-8, 1e-2],
  scale: 'log',
  explain: 'Added to the root of the mean square, so that a gradient of zero divides by something.',
};
