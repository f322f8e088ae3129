import { armLimit } from './armLimit.ts';
import { joinTeams } from './joinTeams.ts';
import { openNetwork } from './openNetwork.ts';
import { prepareNetwork } from './prepareNetwork.ts';
import type { LiveNetwork, OpenNetwork, Results, Run, RunArm } from './Run.ts';
import { teamSize } from './teamSize.ts';

/**
 * First the kernel of every arm, then what follows from it, then the further networks. Returns those that can train, those of an
 * arm in teams where they gain by it; `began` is when the run did.
 */
export async function* startNetworks(
  run: Run,
  arms: readonly RunArm[],
  began: number,
): Results<readonly LiveNetwork[]> {
  const { environment, shared } = run;
  const networks: LiveNetwork[] = [];
  const first: { readonly runArm: RunArm; readonly opened: OpenNetwork | undefined }[] = [];
  for (const runArm of arms) {
    const opened = yield* openNetwork(run, runArm, 0);
    if (opened && first.every((other) => !other.opened))
      yield { kind: 'timing', name: 'first_kernel_ms', ms: environment.now() - began };
    first.push({ runArm, opened });
  }
  const ready: RunArm[] = [];
  for (const { runArm, opened } of first) {
    const limit = yield* armLimit(run, runArm);
    const complete = limit ? { ...runArm, limit } : runArm;
    ready.push(complete);
    const network = opened && (yield* prepareNetwork(run, complete, opened));
    if (network) networks.push(network);
  }
  for (let seed = 1; seed < shared.seeds; seed++) {
    for (const runArm of ready) {
      const opened = yield* openNetwork(run, runArm, seed);
      const network = opened && (yield* prepareNetwork(run, runArm, opened));
      if (network) networks.push(network);
    }
  }
  const { rows: n, cols: inputs } = run.samples.x;
  for (const { arm, layer } of ready) {
    const own = networks.filter(({ ref }) => ref.arm === arm.label);
    joinTeams(
      own.map(({ trainer }) => trainer),
      teamSize(layer, n, inputs),
    );
  }
  return networks;
}
