import { weightStream } from '../spec/layerOf.ts';
import type { NetworkRef } from '../spec/Result.ts';
import { measureKernel } from './measureKernel.ts';
import { upload } from './network.ts';
import { underWay } from './underWay.ts';
import { overflowAtStart, survivable } from './networkFailures.ts';
import type { OpenNetwork, Results, Run, RunArm } from './Run.ts';
import { trainer } from './training.ts';
import { ruleOf } from './trainingRule.ts';

/** Draws network `seed` of an arm and shows its kernel; returns nothing where the network cannot even start. */
export async function* openNetwork(
  run: Run,
  { arm, layer }: RunArm,
  seed: number,
): Results<OpenNetwork | undefined> {
  const ref: NetworkRef = { arm: arm.label, seed };
  await run.breathe();
  const parameters = layer.draw(weightStream(run.shared.seed, seed));
  const rule = ruleOf(arm, run.shared.seed);
  const opened = { ref, rule, trainer: trainer(upload(layer, parameters), run.batch, rule) };
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
    const theta0 = yield* measureKernel(run, opened);
    return { ...opened, theta0, decomposition: underWay(run.environment.eigh(theta0)) };
  } catch (error) {
    // What the others survive here is a kernel that is not finite.
    survivable(error, ref);
    yield { kind: 'failure', failure: overflowAtStart(ref).failure };
    release(run, opened);
    return undefined;
  }
}

/** Gives back what a network holds on the backend before the run ends. */
export function release(run: Run, { trainer: held }: Pick<OpenNetwork, 'trainer'>): void {
  run.owned.delete(held);
  held.dispose();
}
