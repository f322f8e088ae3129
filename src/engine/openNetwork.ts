import { weightStream } from '../spec/layerOf.ts';
import type { NetworkRef } from '../spec/Result.ts';
import { measureKernel } from './measureKernel.ts';
import { upload } from './network.ts';
import { overflowAtStart, survivable } from './networkFailures.ts';
import type { OpenNetwork, Results, Run, RunArm } from './Run.ts';
import { trainer } from './training.ts';

/** Draws network `seed` of an arm and shows its kernel; returns nothing where the network cannot even start. */
export async function* openNetwork(
  run: Run,
  { arm, layer }: RunArm,
  seed: number,
): Results<OpenNetwork | undefined> {
  const ref: NetworkRef = { arm: arm.label, seed };
  await run.breathe();
  const parameters = layer.draw(weightStream(run.shared.seed, seed));
  const opened = { ref, trainer: trainer(upload(layer, parameters), run.batch) };
  run.owned.add(opened.trainer);
  if (run.withWeights) {
    const copies = parameters.map(({ role, shape, values }) => ({
      role,
      shape,
      values: values.slice(),
    }));
    yield { kind: 'weights', ...ref, parameters: copies };
  }
  try {
    return { ...opened, theta0: yield* measureKernel(run, opened) };
  } catch (error) {
    const { kind, action, sentence } = survivable(error, ref);
    const failure = kind === 'diverged' ? overflowAtStart(ref).failure : { kind, action, sentence };
    yield { kind: 'failure', failure: { ...failure, ...ref, step: 0 } };
    release(run, opened);
    return undefined;
  }
}

/** Gives back what a network holds on the backend before the run ends. */
export function release(run: Run, { trainer: held }: Pick<OpenNetwork, 'trainer'>): void {
  run.owned.delete(held);
  held.dispose();
}
