import { add, matrix, scaled, type Matrix } from '../../math/matrix.ts';
import type { Grid } from '../../nn/Grid.ts';
import { infiniteKernel } from '../../nn/infiniteKernel.ts';
import type { Settings } from '../../nn/Settings.ts';
import { drawn, inputs } from './networkOfArm.ts';
import { ntkOf } from './onBackend.ts';
import { relativeError } from './relativeError.ts';

/** Whose limit is asked about, on which inputs, and how many networks are averaged. */
interface Averaged {
  readonly values: Settings;
  readonly networks: number;
  readonly x?: Matrix;
  readonly grid?: Grid;
}

/** The relative distance of the mean NTK of many networks from the limit; on the backend that has been started. */
export async function distanceToLimit({
  values,
  networks,
  x = inputs(6, 8),
  grid,
}: Averaged): Promise<number> {
  const dimensions = { inputs: x.cols, outputs: 1, grid };
  const { ntk } = infiniteKernel(drawn(values, dimensions).layer, x, x);
  let sum = matrix(x.rows, x.rows);
  for (let seed = 1; seed <= networks; seed++)
    sum = add(sum, await ntkOf(drawn(values, dimensions, seed), x, { outputs: 1, form: 'mean' }));
  return relativeError(scaled(sum, 1 / networks), ntk);
}
