import type { NumberParam, Settings } from '../../nn/Settings.ts';
import { numberIn } from '../../nn/Settings.ts';

/** How many samples to draw: `n` for training, at least `fewest`, and `test` to test on. */
export const countParams = (fewest: number): readonly [NumberParam, NumberParam] => [
  {
    ...range,
    key: 'n',
    label: 'Samples n',
    min: fewest,
    explain: 'Training samples: the kernel is n×n.',
  },
  {
    ...range,
    key: 'test',
    label: 'Test samples',
    min: 1,
    explain: 'Samples that are never trained on.',
  },
];

/** Both counts as chosen. */
export const countsIn = (settings: Settings): { readonly n: number; readonly test: number } => ({
  n: numberIn(settings, 'n'),
  test: numberIn(settings, 'test'),
});

const range = {
  kind: 'number',
  default: 64,
  max: 1024,
  slider: [8, 512],
  scale: 'log',
  integer: true,
} as const;
