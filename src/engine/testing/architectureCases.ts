import type { Grid } from '../../nn/Grid.ts';
import type { Settings } from '../../nn/Settings.ts';

/** A network of some architecture, of a width that is left to the test. */
export interface ArchitectureCase {
  readonly name: string;
  readonly values: Settings;
  readonly inputs: number;
  readonly grid?: Grid;
  /** Orthogonal weights give the limit itself at every width. */
  readonly exact?: true;
}

const picture: Grid = { rows: 3, columns: 3, channels: 1 };
const colours: Grid = { rows: 2, columns: 3, channels: 2 };

const conv = (name: string, values: Settings, grid: Grid = picture): ArchitectureCase => ({
  name,
  values: { net: 'conv', ...values },
  inputs: grid.rows * grid.columns * grid.channels,
  grid,
});

/** Every architecture in its variants. */
export const architectureCases: readonly ArchitectureCase[] = [
  { name: 'fully connected', values: {}, inputs: 6 },
  {
    name: 'fully connected, biases in the first layer',
    values: { 'net.biases': 'first' },
    inputs: 3,
  },
  {
    name: 'fully connected, first and last layer fixed',
    values: { 'net.train': 'hidden' },
    inputs: 3,
  },
  { name: 'ResNTK', values: { net: 'resntk' }, inputs: 4 },
  {
    name: 'ResNTK with everything trained',
    values: { net: 'resntk', 'net.train': 'all' },
    inputs: 4,
  },
  { name: 'Tirer', values: { net: 'tirer', 'net.gamma': 0 }, inputs: 4 },
  { name: 'pre-activation', values: { net: 'preact', 'net.alpha.by': 'value' }, inputs: 4 },
  { name: 'convolution of a line', values: { net: 'conv' }, inputs: 6 },
  conv('convolution, circular, flatten', {}),
  conv('convolution, zero, flatten', { 'net.padding': 'zero' }, colours),
  conv('convolution, circular, average', { 'net.pool': 'gap' }, colours),
  conv('convolution, zero, average', { 'net.padding': 'zero', 'net.pool': 'gap' }),
  conv('convolution, readout fixed', { 'net.train': 'body', 'net.kernel': 2 }),
  conv('convolutional residual, flatten', { net: 'convres', 'net.depth': 1 }),
  conv('convolutional residual, average', {
    net: 'convres',
    'net.depth': 1,
    'net.pool': 'gap',
    'net.padding': 'zero',
  }),
  { name: 'recurrent, last state', values: { net: 'rnn', 'net.depth': 1 }, inputs: 4 },
  { name: 'recurrent, all states', values: { net: 'rnn', 'net.states': 'all' }, inputs: 3 },
  {
    name: 'recurrent, of pictures, from a random start',
    values: { net: 'rnn', 'net.depth': 1, 'net.sh2': 0.5 },
    inputs: 9,
    grid: picture,
  },
  {
    name: 'two linear layers',
    values: { net: 'linear2', 'net.imbalance': 2 },
    inputs: 4,
    exact: true,
  },
];
