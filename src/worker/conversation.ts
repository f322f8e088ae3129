import { onDeviceError, onDeviceLost } from '../engine/backend/deviceEvents.ts';
import { asFailure } from '../engine/EngineFailure.ts';
import type { Environment } from '../engine/Environment.ts';
import { simulate } from '../engine/simulate.ts';
import type { Failure, FailureKind } from '../spec/Failure.ts';
import type { FromWorker, NewRate, ToWorker } from '../spec/protocol.ts';
import type { BackendId, BackendReport, Result } from '../spec/Result.ts';
import { gate, type Gate } from './gate.ts';
import { portraits, type Portraits } from './portraits.ts';
import { rateBook, type RateBook } from './rateBook.ts';

type Start = Extract<ToWorker, { kind: 'start' }>;
type ArchiveOrder = Extract<ToWorker, { kind: 'archive' }>;

/** The run that the page sees. */
interface Live {
  readonly run: number;
  readonly gate: Gate;
  readonly rates: RateBook;
  readonly abort: AbortController;
  readonly portraits: Portraits;
}

/** A backend that runs, and what it was started for. */
interface Known {
  readonly requested: BackendId | undefined;
  readonly report: BackendReport;
}

/** After these the backend is not to be trusted. */
const backendFailures: readonly FailureKind[] = [
  'device-lost',
  'out-of-memory',
  'no-backend',
  'internal',
];

/**
 * The worker's side of the protocol: takes messages one by one and posts what comes of them. There is one live run; a new
 * start interrupts it. The backend is kept between runs until its device fails.
 */
export function conversation(
  environment: Environment,
  post: (message: FromWorker) => void,
): (message: ToWorker) => void {
  let live: Live | undefined;
  /** Those of the latest run, which can be looked at when it has ended, too. */
  let pictures: Portraits | undefined;
  let known: Known | undefined;
  /** Resolves when the run before has given everything back. */
  let before: Promise<void> = Promise.resolve();

  const answer = (run: number, rates: readonly NewRate[], step?: number): void =>
    post({ kind: 'rate', run, rates, ...(step !== undefined && { step }) });

  const end = (): void => {
    live?.abort.abort();
    live?.gate.end();
    live?.rates.end();
    live = undefined;
  };

  /** Posts a result of a run and learns from it. */
  const tell = (
    { run }: Pick<Live, 'run'>,
    requested: BackendId | undefined,
    result: Result,
  ): void => {
    if (result.kind === 'backend') known = { requested, report: result.report };
    if (result.kind === 'failure' && backendFailures.includes(result.failure.kind))
      known = undefined;
    post({ kind: 'result', run, result });
  };

  const follow = async (start: Start, mine: Live): Promise<void> => {
    const { experiment, backend: requested } = start;
    const ended = (): boolean => mine.abort.signal.aborted;
    if (ended()) return;
    const results = simulate(experiment, environment, {
      ...backendFor(requested),
      wanted: mine.portraits.wanted,
      following: mine.portraits.following,
      pace: mine.gate.pace,
      rateOf: mine.rates.rateOf,
      signal: mine.abort.signal,
    });
    for await (const result of results) {
      if (ended()) break;
      tell(mine, requested, result);
      if (result.kind !== 'progress') continue;
      if (result.step < result.steps) mine.rates.reached(result.step);
      else mine.rates.end();
      await mine.gate.passed();
      mine.rates.left();
    }
    mine.rates.end();
  };

  const backendFor = (
    requested: BackendId | undefined,
  ): { backend?: BackendId; report?: BackendReport } => ({
    ...(requested && { backend: requested }),
    ...(known && known.requested === requested && { report: known.report }),
  });

  const start = (message: Start): void => {
    end();
    pictures?.end();
    const rest = pictures?.settled();
    const { run } = message;
    const mine: Live = {
      run,
      gate: gate(message.paused, (paused) => post({ kind: 'paused', run, paused })),
      rates: rateBook(message.experiment, (rates, step) => answer(run, rates, step)),
      abort: new AbortController(),
      portraits: portraits(message.looking, (result) => tell({ run }, message.backend, result)),
    };
    live = mine;
    pictures = mine.portraits;
    before = before
      .then(() => rest)
      .then(() => follow(message, mine))
      .catch((error: unknown) => {
        tell(mine, message.backend, { kind: 'failure', failure: asFailure(error) });
      });
  };

  /** Reads from a lost device may never end, so its run is not waited for. */
  const onFailure = (failure: Failure): void => {
    if (live) tell(live, undefined, { kind: 'failure', failure });
    known = undefined;
    end();
    pictures?.end();
    before = Promise.resolve();
  };
  onDeviceLost(onFailure);
  onDeviceError(onFailure);

  const archive = async ({ run, experiment, backend, link }: ArchiveOrder): Promise<void> => {
    try {
      // Another backend than the live run's would be pulled from under it.
      if (known && known.requested !== backend) {
        end();
        pictures?.end();
      }
      // Only who downloads needs it.
      const { recordArchive } = await import('../engine/archive/recordArchive.ts');
      const bytes = await recordArchive(experiment, environment, {
        ...backendFor(backend),
        ...(link !== undefined && { link }),
        onProgress: (done) => post({ kind: 'archive-progress', run, done }),
      });
      post({ kind: 'archive', run, bytes });
    } catch (error) {
      post({ kind: 'archive-failure', run, failure: asFailure(error) });
    }
  };

  return (message) => {
    switch (message.kind) {
      case 'start':
        start(message);
        break;
      case 'archive':
        void archive(message);
        break;
      case 'stop':
        end();
        break;
      case 'look':
        pictures?.look(message.group);
        break;
      case 'rate':
        if (live?.run === message.run) live.rates.ask(message.rates);
        else answer(message.run, message.rates);
        break;
      case 'pause':
      case 'resume':
      case 'step':
        live?.gate[message.kind]();
    }
  };
}
