import { portraitGroups, type PortraitGroup } from '../../spec/protocol.ts';
import { Interruption, type OpenNetwork, type Results, type Run, type RunArm } from '../Run.ts';
import { uploadBatch } from '../training.ts';
import { initialization } from './initialization.ts';
import { portraits } from './portraits.ts';

/** Computes a group of portraits of a run at any time after its start, even when the run has ended; ends without a word once called off. */
export type Portray = (group: PortraitGroup, signal: AbortSignal) => Results;

type Started = Pick<OpenNetwork, 'ref' | 'trainer'>;

/**
 * The portraits of a run that are wanted before training; all of them unless `wanted` says which. It is handed a function that
 * computes the others later on.
 */
export async function* wantedPortraits(
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Started[],
  wanted: (later: Portray) => readonly PortraitGroup[] = () => portraitGroups,
): Results {
  const started = networks.map(({ ref, trainer }): Started => ({ ref, trainer }));
  for (const group of wanted(laterOf(run, arms, started)))
    yield* ofGroup(group, run, arms, started);
}

const ofGroup = (
  group: PortraitGroup,
  run: Run,
  arms: readonly RunArm[],
  networks: readonly Started[],
): Results => (group === 'network' ? portraits(run, arms, networks) : initialization(run, arms));

/** Portraits beside the run's own course: with samples of their own on the backend, and networks drawn anew. */
const laterOf = (run: Run, arms: readonly RunArm[], networks: readonly Started[]): Portray =>
  async function* (group, signal) {
    const batch = uploadBatch(run.samples);
    const owned: Run['owned'] = new Set([batch]);
    const breathe = async (): Promise<void> => {
      await run.environment.breathe();
      if (signal.aborted) throw new Interruption();
    };
    try {
      yield* ofGroup(group, { ...run, batch, owned, breathe }, arms, networks);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
    } finally {
      owned.forEach((held) => held.dispose());
    }
  };
