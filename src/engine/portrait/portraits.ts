import { isZonal } from '../../nn/sphere/isZonal.ts';
import type { OpenNetwork, Results, Run, RunArm } from '../Run.ts';
import { circleOf, type Circle } from './circle.ts';
import { harmonicsResult } from './harmonicsResult.ts';
import { layersResult } from './layersResult.ts';
import { limitProfile } from './limitProfile.ts';
import { withNetworkAtStart } from './networkAtStart.ts';
import { networkProfile } from './networkProfile.ts';

/**
 * What kernels at the start are made of: by layers (of the first network of each arm), by angle on a circle (of every limit and
 * every network), and by frequency on spheres (of every limit). Asks for a chance for others before each; limits that can
 * take long come last.
 */
export async function* portraits(
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Pick<OpenNetwork, 'ref' | 'trainer'>[],
): Results {
  for (const runArm of arms) {
    const first = networks.find(({ ref }) => ref.arm === runArm.arm.label && ref.seed === 0);
    if (!first) continue;
    await run.breathe();
    yield await withNetworkAtStart(run, runArm, first, (network) =>
      layersResult(run, runArm, first.ref, network),
    );
  }
  const circle = circleOf(run);
  for (const runArm of arms) {
    await run.breathe();
    yield harmonicsResult(run, runArm, circle);
  }
  if (!circle) return;
  const isQuick = ({ layer }: RunArm): boolean => isZonal(layer, run.samples.x.cols);
  yield* limitProfiles(run, arms.filter(isQuick), circle);
  for (const network of networks) {
    await run.breathe();
    const runArm = arms.find(({ arm }) => arm.label === network.ref.arm);
    const profile =
      runArm &&
      (await withNetworkAtStart(run, runArm, network, (start) =>
        networkProfile(run, arms, runArm, network.ref, start, circle),
      ));
    if (profile) yield profile;
  }
  yield* limitProfiles(
    run,
    arms.filter((runArm) => !isQuick(runArm)),
    circle,
  );
}

async function* limitProfiles(run: Run, arms: readonly RunArm[], circle: Circle): Results {
  for (const runArm of arms) {
    await run.breathe();
    const profile = await limitProfile(run, runArm, circle);
    if (profile) yield profile;
  }
}
