import { mostFullRows } from '../spec/checks.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { resolveShared } from '../spec/resolve.ts';
import { EngineFailure } from './EngineFailure.ts';
import type { Environment } from './Environment.ts';
import { Interruption, type Run } from './Run.ts';
import { drawSamples } from './samples.ts';
import { measuredSteps, mostRecorded, recordedSteps } from './schedule.ts';
import { uploadBatch } from './training.ts';

/** What a run may be asked besides its experiment. */
export interface StartOptions {
  readonly withWeights?: boolean;
  readonly withCovariances?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Draws the data, brings them to the backend and lays down the run's schedule. Throws an EngineFailure where the data cannot
 * be had or the full kernel that is asked for would be too large.
 */
export async function startRun(
  experiment: Experiment,
  environment: Environment,
  { withWeights = false, withCovariances = false, signal }: StartOptions,
  owned: Run['owned'],
): Promise<Run> {
  const shared = resolveShared(experiment);
  const samples = await drawSamples(shared.data, shared.seed, environment);
  const { rows: n, cols: outputs } = samples.y;
  const form = outputs === 1 ? 'mean' : shared.kernel;
  if (form === 'full' && n * outputs > mostFullRows) throw tooManyRows(n, outputs);
  const batch = uploadBatch(samples);
  owned.add(batch);
  return {
    environment,
    shared,
    samples,
    grid: shared.data.entry.dimensions(shared.data.settings).grid,
    batch,
    form,
    recorded: inOrder([
      ...recordedSteps(shared.steps, mostRecorded(n, samples.xTest.rows)),
      ...measuredSteps(shared),
    ]),
    withWeights,
    withCovariances,
    owned,
    breathe: async () => {
      await environment.breathe();
      if (signal?.aborted) throw new Interruption();
    },
  };
}

const inOrder = (steps: readonly number[]): readonly number[] =>
  [...new Set(steps)].sort((a, b) => a - b);

const tooManyRows = (n: number, outputs: number): EngineFailure =>
  new EngineFailure({
    kind: 'out-of-memory',
    sentence: `The full kernel of ${n} samples and ${outputs} outputs has ${n * outputs} rows, more than ${mostFullRows}.`,
    action: 'Choose fewer samples, or the mean of its blocks.',
  });
