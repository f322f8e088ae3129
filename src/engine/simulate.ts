import type { Experiment } from '../spec/Experiment.ts';
import type { Failure } from '../spec/Failure.ts';
import { layerOf } from '../spec/layerOf.ts';
import type { PortraitGroup } from '../spec/protocol.ts';
import { resolveArms } from '../spec/resolve.ts';
import type { BackendId, BackendReport } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { armPhases } from './armPhases.ts';
import type { RateOf } from './askedRates.ts';
import { followed } from './dynamics/followed.ts';
import { posteriors, posteriorsAreQuick } from './dynamics/posteriors.ts';
import { asFailure } from './EngineFailure.ts';
import type { Environment } from './Environment.ts';
import { plannedRates, ratePlan } from './plannedRates.ts';
import { wantedPortraits, type Portray } from './portrait/portray.ts';
import { refuseIfTooLarge } from './refuseIfTooLarge.ts';
import { withoutRefused } from './refusedArms.ts';
import { rounds } from './rounds.ts';
import { Interruption, type Results, type Run, type RunArm } from './Run.ts';
import { dataResult } from './samples.ts';
import { startNetworks } from './startNetworks.ts';
import { startRun } from './startRun.ts';

/** How to run an experiment, besides what the experiment itself says. */
export interface SimulateOptions {
  /** Try this backend first, even one that would be passed over. */
  readonly backend?: BackendId;
  /** The backend that has been started already. */
  readonly report?: BackendReport;
  /** Send the weights that each network starts from. */
  readonly withWeights?: boolean;
  /** Send how the outputs of wide ensembles at test samples vary together. */
  readonly withCovariances?: boolean;
  /**
   * Asked before training for the portraits that are to come at once; all of them if absent. What it is given computes the
   * others later.
   */
  readonly wanted?: (later: Portray) => readonly PortraitGroup[];
  /** Asked wherever kernels have been measured whether what follows training is looked at; it is if absent. */
  readonly following?: () => boolean;
  /** The most steps that the next round may take; a finite one counts as made by hand. */
  readonly pace?: () => number;
  /** Asked for rates that change on the way; as the experiment plans them if absent. */
  readonly rateOf?: RateOf;
  /** Ends the run at the next chance, without a word. */
  readonly signal?: AbortSignal;
}

/**
 * Runs an experiment and tells what it finds as it finds it: the backend, the data, the first network of every arm with its
 * kernel at the start, what follows from it, the further networks, portraits of the start, then training round by round. Ends
 * with `done`, or with a `failure` that names no arm. Arrays belong to the result that carries them. However it ends, nothing stays on the
 * backend.
 */
export async function* simulate(
  experiment: Experiment,
  environment: Environment,
  options: SimulateOptions = {},
): Results {
  const owned: Run['owned'] = new Set();
  try {
    yield* simulated(experiment, environment, options, owned);
    yield { kind: 'done' };
  } catch (error) {
    if (!(error instanceof Interruption)) yield { kind: 'failure', failure: ofWholeRun(error) };
  } finally {
    owned.forEach((held) => held.dispose());
  }
}

async function* simulated(
  experiment: Experiment,
  environment: Environment,
  options: SimulateOptions,
  owned: Run['owned'],
): Results {
  const began = environment.now();
  const report = options.report ?? (await startBackend(environment, options.backend));
  yield { kind: 'backend', report };
  const run = await startRun(experiment, environment, options, owned);
  yield dataResult(run.samples);

  const { x, xTest, y } = run.samples;
  const dimensions = { inputs: x.cols, outputs: y.cols, grid: run.grid };
  const arms = yield* withoutRefused(resolveArms(experiment), {
    ...dimensions,
    classes: run.samples.classes !== undefined,
  });
  const size = { n: x.rows, nTest: xTest.rows, form: run.form, ...dimensions };
  refuseIfTooLarge(arms, size, run.shared.seeds);
  yield* armPhases(arms);
  const runArms = arms.map((arm): RunArm => ({ arm, layer: layerOf(arm, dimensions) }));
  const networks = yield* startNetworks(run, runArms, began);
  let reached = 0;
  const rateOf = options.rateOf ?? plannedRates(always(ratePlan(arms)));
  const course = { reached: () => reached, rateOf };
  const told = yield* wantedPortraits(run, runArms, networks, course, options.wanted);
  const laws = posteriors(run, told.includes('dynamics') ? runArms : []);
  const training = followed(run, networks, rounds(run, networks, { ...options, rateOf }), {
    following: options.following ?? always(true),
    rateOf,
    ...(posteriorsAreQuick(run) && { atStart: laws }),
  });
  for await (const result of training) {
    if (result.kind === 'progress') reached = result.step;
    yield result;
  }
  // What has not been told at the start.
  yield* laws;
}

const always =
  <T>(answer: T) =>
  (): T =>
    answer;

/** A failure that ends the run names no arm, even where one arm is to blame. */
function ofWholeRun(error: unknown): Failure {
  const { kind, sentence, action } = asFailure(error);
  return { kind, sentence, action };
}
