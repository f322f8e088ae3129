import type { Experiment } from '../spec/Experiment.ts';
import { layerOf } from '../spec/layerOf.ts';
import { resolveArms } from '../spec/resolve.ts';
import type { BackendId, BackendReport } from '../spec/Result.ts';
import { armLimit } from './armLimit.ts';
import { startBackend } from './backend/startBackend.ts';
import { asFailure } from './EngineFailure.ts';
import type { Environment } from './Environment.ts';
import { openNetwork } from './openNetwork.ts';
import { prepareNetwork } from './prepareNetwork.ts';
import { rounds } from './rounds.ts';
import {
  Interruption,
  type LiveNetwork,
  type OpenNetwork,
  type Results,
  type Run,
  type RunArm,
} from './Run.ts';
import { dataResult } from './samples.ts';
import { startRun } from './startRun.ts';

/** How to run an experiment, besides what the experiment itself says. */
export interface SimulateOptions {
  /** Try this backend first, even one that would be passed over. */
  readonly backend?: BackendId;
  /** The backend that has been started already. */
  readonly report?: BackendReport;
  /** Send the weights that each network starts from. */
  readonly withWeights?: boolean;
  /** The most steps that the next round may take; a finite one counts as made by hand. */
  readonly pace?: () => number;
  /** Ends the run at the next chance, without a word. */
  readonly signal?: AbortSignal;
}

/**
 * Runs an experiment and tells what it finds as it finds it: the backend, the data, the first network of every arm with its
 * kernel at the start, what follows from it, the further networks, then training round by round. Ends with `done`, or with a
 * `failure` that names no arm. Arrays belong to the result that carries them. However it ends, nothing stays on the
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
    if (!(error instanceof Interruption)) yield { kind: 'failure', failure: asFailure(error) };
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

  const { x, y } = run.samples;
  const dimensions = { inputs: x.cols, outputs: y.cols };
  const arms = resolveArms(experiment).map((arm): RunArm => ({
    arm,
    layer: layerOf(arm, dimensions),
  }));
  const networks = yield* startNetworks(run, arms, began);
  yield* rounds(run, networks, options.pace ?? (() => Infinity));
}

/** First the kernel of every arm, then what follows from it, then the further networks. */
async function* startNetworks(
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
  return networks;
}
