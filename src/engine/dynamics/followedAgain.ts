import { etaAt, type RateOf } from '../askedRates.ts';
import { upload } from '../network.ts';
import { drawnAtStart } from '../portrait/networkAtStart.ts';
import { suited } from '../rounds.ts';
import type { LiveNetwork, Results, Run, RunArm } from '../Run.ts';
import { snapshotSteps } from '../schedule.ts';
import { trainer, type Trainer } from '../training.ts';
import { followedNetwork } from './followedNetwork.ts';

/** How far a run has come, and the rates that it was given on the way. */
export interface Course {
  readonly reached: () => number;
  readonly rateOf: RateOf | undefined;
}

type Followed = Pick<LiveNetwork, 'ref' | 'rule' | 'rate'>;

/**
 * What `followedNetwork` would have told, had somebody looked: every network is drawn anew and trained once more, up to the step that
 * the run has reached, and no kernel is measured.
 */
export async function* followedAgain(
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Followed[],
  { reached, rateOf }: Course,
): Results {
  const until = reached();
  const { steps, snapshots } = run.shared;
  const schedule = snapshotSteps(steps, snapshots).filter((step) => step < until);
  for (const network of networks) {
    const { ref, rule } = network;
    const runArm = arms.find(({ arm }) => arm.label === ref.arm);
    if (!runArm) continue;
    await run.breathe();
    const { parameters } = drawnAtStart(run, runArm, ref.seed);
    const again = trainer(upload(runArm.layer, parameters), run.batch, rule);
    run.owned.add(again);
    try {
      for (const step of [...schedule, until]) {
        await advanceTo(run, again, network, step, rateOf);
        let told = false;
        const eta = etaAt(rateOf, network, step);
        for await (const result of followedNetwork(run, { ref, rule, trainer: again }, eta)) {
          told = true;
          yield result;
        }
        // Beyond all bounds: there is nothing more to come.
        if (!told) break;
      }
    } finally {
      run.owned.delete(again);
      again.dispose();
    }
  }
}

/** Takes a network to a step in rounds that let others have their turn. */
async function advanceTo(
  run: Run,
  again: Trainer,
  network: Followed,
  to: number,
  rateOf: RateOf | undefined,
): Promise<void> {
  for (let chunk = 1; again.step() < to;) {
    const from = again.step();
    const asked = rateOf?.(network.ref.arm, from);
    const eta = etaAt(rateOf, network, from);
    const end = asked?.until !== undefined && asked.until > from ? asked.until : to;
    const began = run.environment.now();
    await again.advance(Math.min(to, end, from + chunk), eta, () => false);
    chunk = suited(again.step() - from, run.environment.now() - began);
    await run.breathe();
  }
}
