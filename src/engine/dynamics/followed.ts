import type { OpenNetwork, Results, Run } from '../Run.ts';
import { followedNetwork } from './followedNetwork.ts';

/** How networks are followed. */
export interface Following {
  /** Whether somebody looks. */
  readonly following: () => boolean;
  /** What else is to be told at the start, after the networks. */
  readonly atStart?: Results;
}

/**
 * Training as it goes on, with what `followedNetwork` tells of every network at the start and wherever kernels were measured, as
 * long as `following` says that somebody looks. It comes before the `progress` that it belongs to, at which runs may wait.
 */
export async function* followed(
  run: Run,
  networks: readonly Pick<OpenNetwork, 'ref' | 'trainer'>[],
  training: Results,
  { following, atStart }: Following,
): Results {
  let measured = true;
  for await (const result of training) {
    if (result.kind === 'change') measured = true;
    if (result.kind === 'progress') {
      if (measured && following()) yield* ofAll(run, networks);
      if (atStart && result.step === 0) yield* atStart;
      measured = false;
    }
    yield result;
  }
}

async function* ofAll(
  run: Run,
  networks: readonly Pick<OpenNetwork, 'ref' | 'trainer'>[],
): Results {
  for (const network of networks) {
    // One that failed has been given back.
    if (!run.owned.has(network.trainer)) continue;
    await run.breathe();
    yield* followedNetwork(run, network);
  }
}
