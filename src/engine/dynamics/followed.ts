import { etaAt, type RateOf } from '../askedRates.ts';
import type { LiveNetwork, Results, Run } from '../Run.ts';
import { followedNetwork } from './followedNetwork.ts';

/** How networks are followed. */
export interface Following {
  /** Whether somebody looks. */
  readonly following: () => boolean;
  /** Rates that were set on the way. */
  readonly rateOf: RateOf | undefined;
  /** What else is to be told at the start, after the networks. */
  readonly atStart?: Results;
}

/**
 * Training as it goes on, with what `followedNetwork` tells of every network at the start and wherever kernels were measured, as
 * long as `following` says that somebody looks. It comes before the `progress` that it belongs to, at which runs may wait.
 */
export async function* followed(
  run: Run,
  networks: readonly Followed[],
  training: Results,
  { following, rateOf, atStart }: Following,
): Results {
  let measured = true;
  for await (const result of training) {
    if (result.kind === 'change') measured = true;
    if (result.kind === 'progress') {
      if (measured && following()) yield* ofAll(run, networks, rateOf);
      if (atStart && result.step === 0) yield* atStart;
      measured = false;
    }
    yield result;
  }
}

type Followed = Pick<LiveNetwork, 'ref' | 'rule' | 'trainer' | 'rate'>;

async function* ofAll(
  run: Run,
  networks: readonly Followed[],
  rateOf: RateOf | undefined,
): Results {
  for (const network of networks) {
    // One that failed has been given back.
    if (!run.owned.has(network.trainer)) continue;
    await run.breathe();
    yield* followedNetwork(run, network, etaAt(rateOf, network, network.trainer.step()));
  }
}
