import { functionGrid } from '../functionGrid.ts';
import type { OpenNetwork, Results, Run } from '../Run.ts';
import { functionResult } from './functionResult.ts';
import { sharpnessResult } from './sharpnessResult.ts';

/** The fewest rows that are run forward at once. */
const fewestRows = 64;

/**
 * What is told of a network where it now is, of what only those need who look at how networks train: its function, where it can be
 * drawn, and of the first network of an arm how sharp the loss is, beside what the rate η bears that it goes on with.
 */
export async function* followedNetwork(
  run: Run,
  network: Pick<OpenNetwork, 'ref' | 'trainer' | 'rule'>,
  eta: number,
): Results {
  yield* functionOf(run, network);
  if (network.ref.seed > 0) return;
  const sharpness = await sharpnessResult(run, network, eta);
  if (sharpness) yield sharpness;
}

async function* functionOf(
  run: Run,
  { ref, trainer }: Pick<OpenNetwork, 'ref' | 'trainer'>,
): Results {
  const grid = functionGrid(run);
  if (!grid) return;
  // As many rows as training has on the backend at once.
  const atOnce = Math.max(fewestRows, run.samples.x.rows);
  const result = await functionResult(ref, trainer.network(), trainer.step(), grid, atOnce);
  if (result) yield result;
}
