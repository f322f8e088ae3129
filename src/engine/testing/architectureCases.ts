import type { Grid } from '../../nn/Grid.ts';
import type { Settings } from '../../nn/Settings.ts';

/** Small networks of every architecture, each with the width key left to the test. */
export interface ArchitectureCase {
  readonly name: string;
  readonly values: Settings;
  readonly inputs: number;
  readonly grid?: Grid;
}

const picture: Grid = { rows: 3, columns: 3, channels: 1 };
const colours: Grid = { rows: 2, columns: 3, channels: 2 };

const conv = (name: string, values: Settings, grid: Grid = picture): ArchitectureCase => ({
  name,
  values: { net: 'conv', 'net.depth': 2, ...values },
  inputs: grid.rows * grid.columns * grid.channels,
  grid,
});

/** Every architecture in its variants. */
export const architectureCases: readonly ArchitectureCase[] = [
  { name: 'fully connected', values: { net: 'fc', 'net.depth': 2 }, inputs: 6 },
  { name: 'convolution of a line', values: { net: 'conv', 'net.depth': 2 }, inputs: 6 },
  conv('convolution, circular, flatten', {}),
  conv('convolution, zero, flatten', { 'net.padding': 'zero' }, colours),
  conv('convolution, circular, average', { 'net.pool': 'gap' }, colours),
  conv('convolution, zero, average', { 'net.padding': 'zero', 'net.pool': 'gap' }),
];
