import type { Parameter } from '../../nn/Parameter.ts';
import { weightStream } from '../../spec/layerOf.ts';
import type { NetworkRef } from '../../spec/Result.ts';
import { upload, type Network } from '../network.ts';
import type { OpenNetwork, Run, RunArm } from '../Run.ts';

/** A network as it starts, in float64 and not on the backend. */
export interface NetworkAtStart {
  readonly ref: NetworkRef;
  readonly parameters: readonly Parameter[];
}

/** Draws network `seed` of an arm, the very same as the run's own however far that has trained. */
export const drawnAtStart = (run: Run, { arm, layer }: RunArm, seed: number): NetworkAtStart => ({
  ref: { arm: arm.label, seed },
  parameters: layer.draw(weightStream(run.shared.seed, seed)),
});

/** Does something with a run's network as it starts: with the one on the backend, or drawn anew where that has trained on or gone. */
export async function withNetworkAtStart<T>(
  run: Run,
  runArm: RunArm,
  { ref, trainer }: Pick<OpenNetwork, 'ref' | 'trainer'>,
  use: (network: Network) => Promise<T>,
): Promise<T> {
  if (run.owned.has(trainer) && trainer.step() === 0) return use(trainer.network());
  const network = upload(runArm.layer, drawnAtStart(run, runArm, ref.seed).parameters);
  run.owned.add(network);
  try {
    return await use(network);
  } finally {
    run.owned.delete(network);
    network.dispose();
  }
}
