import { numberIn, wordIn, type Param, type Settings } from '../../nn/Settings.ts';

/** The settings that decide α, the factor of each branch: a power of the depth, or any number. */
export const alphaParams: readonly Param[] = [
  {
    kind: 'choice',
    key: 'alpha.by',
    label: 'α by',
    default: 'depth',
    options: [
      { value: 'depth', label: 'depth, L^−γ' },
      { value: 'value', label: 'value' },
    ],
    explain: 'Whether the factor of each branch follows the number of blocks L, or is set.',
  },
  {
    kind: 'number',
    key: 'gamma',
    label: 'γ',
    default: 0.5,
    min: 0,
    max: 2,
    slider: [0, 1],
    explain:
      'α = L^−γ: 0 leaves branches whole, 1/2 keeps their sum finite, above it depth no longer matters in the end.',
  },
  {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    default: 0.1,
    min: 0,
    max: 10,
    slider: [0, 1],
    explain: 'The factor of each branch, where it is set by value.',
  },
];

/** α for this many blocks. */
export const alphaIn = (settings: Settings, blocks: number): number =>
  wordIn(settings, 'alpha.by') === 'value'
    ? numberIn(settings, 'alpha')
    : blocks ** -numberIn(settings, 'gamma');
