import type { NumberParam } from '../../nn/Settings.ts';

/** How many units or channels each hidden layer has. */
export const widthParam = (
  label: string,
  standard: number,
  most: number,
  explain: string,
): NumberParam => ({
  kind: 'number',
  key: 'width',
  label,
  default: standard,
  min: 1,
  max: most,
  slider: [Math.min(8, standard), Math.min(most, 1024)],
  scale: 'log',
  integer: true,
  explain,
});

/** How many layers or blocks there are. */
export const depthParam = (
  label: string,
  standard: number,
  most: number,
  explain: string,
): NumberParam => ({
  kind: 'number',
  key: 'depth',
  label,
  default: standard,
  min: 1,
  max: most,
  slider: [1, Math.min(most, 20)],
  integer: true,
  explain,
});
