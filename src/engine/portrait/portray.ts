import { portraitGroups, type PortraitGroup } from '../../spec/protocol.ts';
import { followedAgain, type Course } from '../dynamics/followedAgain.ts';
import { posteriors } from '../dynamics/posteriors.ts';
import { Interruption, type LiveNetwork, type Results, type Run, type RunArm } from '../Run.ts';
import { uploadBatch } from '../training.ts';
import { hierarchyResult } from '../dynamics/hierarchyResult.ts';
import { initialization } from './initialization.ts';
import { drawnAtStart } from './networkAtStart.ts';
import { portraits } from './portraits.ts';

/** Computes a group of portraits of a run at any time after its start, even when the run has ended; ends without a word once called off. */
export type Portray = (group: PortraitGroup, signal: AbortSignal) => Results;

type Started = Pick<LiveNetwork, 'ref' | 'rule' | 'trainer' | 'rate'>;

/**
 * The portraits of a run that are wanted before training; all of them unless `wanted` says which. It is handed a function that
 * computes the others later on, when the run has come as far as its `course` says. Returns which were wanted; 'dynamics' is left to
 * the run itself.
 */
export async function* wantedPortraits(
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Started[],
  course: Course,
  wanted: (later: Portray) => readonly PortraitGroup[] = () => portraitGroups,
): Results<readonly PortraitGroup[]> {
  const started = networks.map(({ ref, rule, trainer, rate }): Started => ({
    ref,
    rule,
    trainer,
    rate,
  }));
  const groups = wanted(laterOf(run, arms, started, course));
  for (const group of groups) yield* ofGroup(group, run, arms, started);
  return groups;
}

function ofGroup(
  group: PortraitGroup,
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Started[],
): Results {
  switch (group) {
    case 'network':
      return portraits(run, arms, networks);
    case 'initialization':
      return initialization(run, arms);
    case 'dynamics':
      return hierarchies(run, arms);
  }
}

/** How fast kernels set out to move, of the first network of each arm. */
async function* hierarchies(run: Run, arms: readonly RunArm[]): Results {
  for (const runArm of arms) {
    await run.breathe();
    yield hierarchyResult(run, runArm, drawnAtStart(run, runArm, 0));
  }
}

/** Portraits beside the run's own course: with samples of their own on the backend, and networks drawn anew. */
const laterOf = (
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Started[],
  course: Course,
): Portray =>
  async function* (group, signal) {
    const batch = uploadBatch(run.samples);
    const owned: Run['owned'] = new Set([batch]);
    const breathe = async (): Promise<void> => {
      await run.environment.breathe();
      if (signal.aborted) throw new Interruption();
    };
    const beside = { ...run, batch, owned, breathe };
    try {
      yield* ofGroup(group, beside, arms, networks);
      if (group === 'dynamics') {
        yield* followedAgain(beside, arms, networks, course);
        yield* posteriors(beside, arms);
      }
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
    } finally {
      owned.forEach((held) => held.dispose());
    }
  };
