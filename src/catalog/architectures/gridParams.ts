import type { Parts } from '../../nn/Architecture.ts';
import { flatten } from '../../nn/flatten.ts';
import { globalAverage } from '../../nn/globalAverage.ts';
import { positionsOf, type Grid } from '../../nn/Grid.ts';
import type { Layer } from '../../nn/Layer.ts';
import { positions } from '../../nn/positions.ts';
import { numberIn, wordIn, type Param, type Settings } from '../../nn/Settings.ts';
import type { TapArrangement } from '../../nn/tapped.ts';
import { windowOf, type Window } from '../../nn/Window.ts';

/** What convolutional networks have in common: how they see the inputs, and how they end. */
export const gridParams: readonly Param[] = [
  {
    kind: 'choice',
    key: 'grid',
    label: 'Inputs as',
    default: 'plane',
    options: [
      { value: 'plane', label: 'pictures, where they are' },
      { value: 'line', label: 'lines' },
    ],
    explain:
      'Pictures are convolved in two dimensions. Inputs that are no pictures are a line of d positions of one channel.',
  },
  {
    kind: 'number',
    key: 'kernel',
    label: 'Kernel size',
    default: 3,
    min: 1,
    max: 9,
    slider: [1, 7],
    integer: true,
    explain: 'Positions that a window spans in each direction.',
  },
  {
    kind: 'choice',
    key: 'padding',
    label: 'Padding',
    default: 'circular',
    options: [
      { value: 'circular', label: 'circular' },
      { value: 'zero', label: 'zero' },
    ],
    explain: 'What lies beyond the border: the other side, or zeros.',
  },
  {
    kind: 'choice',
    key: 'pool',
    label: 'Readout',
    default: 'flatten',
    options: [
      { value: 'flatten', label: 'all positions' },
      { value: 'gap', label: 'their average' },
    ],
    explain:
      'Each position with weights of its own (flatten), or the average over positions (global average pooling).',
  },
  {
    kind: 'choice',
    key: 'orth',
    label: 'Orthogonal',
    default: 'tap',
    options: [
      { value: 'tap', label: 'tap' },
      { value: 'reshape', label: 'reshaped matrix' },
      { value: 'delta', label: 'centre alone (delta)' },
    ],
    explain:
      'What orthogonal weights make orthogonal: the matrix of each tap, one matrix of all taps, or the centre tap with zeros around it, which has a limit of its own. Other weights are independent, and all the same to it.',
  },
];

/** The grid of `parts` as the settings have it seen. */
export const seenGrid = (settings: Settings, { grid, inputs }: Parts): Grid => {
  if (wordIn(settings, 'grid') === 'plane') return grid;
  const { rows, columns, channels } = grid;
  return rows === 1 ? { rows, columns, channels } : { rows: 1, columns: inputs, channels: 1 };
};

/** The window of every convolution. */
export const windowIn = (settings: Settings, grid: Grid): Window =>
  windowOf(
    grid,
    numberIn(settings, 'kernel'),
    wordIn(settings, 'padding') === 'zero' ? 'zero' : 'circular',
  );

/** How orthogonal weights fill a convolution. */
export const arrangementIn = (settings: Settings): TapArrangement => {
  const word = wordIn(settings, 'orth');
  return word === 'delta' || word === 'reshape' ? word : 'tap';
};

/** What comes before the convolutions: inputs read as positions, in the pairs that the readout needs. */
export const intoPositions = (settings: Settings, grid: Grid): Layer =>
  positions(grid, averages(settings) ? 'all' : 'same');

/** What comes after them: one row for each sample, of how many features. */
export function outOfPositions(
  settings: Settings,
  grid: Grid,
  channels: number,
): { readonly layer: Layer; readonly features: number } {
  return averages(settings)
    ? { layer: globalAverage(grid), features: channels }
    : { layer: flatten(grid, channels), features: positionsOf(grid) * channels };
}

const averages = (settings: Settings): boolean => wordIn(settings, 'pool') === 'gap';
