import type { Failure } from '../../spec/Failure.ts';
import { portraitGroups, type FromWorker, type PortraitGroup } from '../../spec/protocol.ts';
import type { Results } from '../../spec/Results.ts';
import { emptyResults } from '../emptyResults.ts';
import { takeExperiment, type Lab, type LabStore } from '../lab.ts';
import { canGoOn } from '../presentRate.ts';
import { reduce } from '../reduce.ts';
import type { View } from '../View.ts';
import { newRates, withRateThroughout, type Rate } from '../withRate.ts';
import type { CreateWorker } from './EngineWorker.ts';
import { keptWorker } from './keptWorker.ts';
import { onFrame } from './onFrame.ts';
import { patience, readyToShow } from './readyToShow.ts';
import { requestArchive, type ArchiveOptions } from './requestArchive.ts';
import { takeIn } from './takeIn.ts';

/** What a person can do to the run. */
export interface Wire {
  readonly pause: () => void;
  readonly resume: () => void;
  /** One gradient step of every network, then wait. */
  readonly step: () => void;
  /** End the run; what has come stays. */
  readonly stop: () => void;
  /** The same experiment from its start. */
  readonly restart: () => void;
  /**
   * Gives arm `index` (0 is A) another rate. Networks that are training go on from the weights that they have, once the gesture has
   * ended; otherwise a run at this rate starts.
   */
  readonly setRate: (index: number, rate: Rate, settled: boolean) => void;
  /** The present experiment as an .npz file, computed apart from the live run; rejects with a sentence. */
  readonly archive: (options?: ArchiveOptions) => Promise<Uint8Array<ArrayBuffer>>;
  readonly disconnect: () => void;
}

/**
 * Ties the store to the engine's worker: every change of the experiment (or of the backend asked for), but for a rate with which the
 * run goes on, starts a new run, at most one per frame; results go into the store, once per frame; messages of older runs are dropped. A worker that
 * does not answer, has lost its device or has broken is replaced.
 */
export function connectWire(store: LabStore, createWorker: CreateWorker): Wire {
  /** The newest run, which the store does not show before there is something to see. */
  let latest = store.getState().results;
  let startedAt = 0;
  let startIsDue = false;
  let queue: readonly FromWorker[] = [];
  let overdue: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const { results: shown, experiment } = store.getState();
    const waited = performance.now() - startedAt;
    const present = shown.run === latest.run && shown.experiment === experiment;
    if (present && latest.experiment !== experiment) store.setState(continued(latest));
    else if (shown.run === latest.run || !hasPicture(shown) || readyToShow(latest, waited))
      store.setState({ results: latest });
  };

  const flush = (): void => {
    if (queue.length === 0) return;
    const missed = queue.some((message) => message.kind === 'rate' && message.step === undefined);
    latest = queue.reduce(takeIn, latest);
    queue = [];
    show();
    const { askedRate } = store.getState();
    if (missed && askedRate) setThroughout(askedRate.index, askedRate, true);
  };

  const setThroughout = (index: number, rate: Rate, committed: boolean): void => {
    const before = store.getState();
    store.setState({ askedRate: undefined });
    takeExperiment(store, withRateThroughout(before.experiment, index, rate), {
      problems: before.committed ? [] : before.problems,
      committed,
    });
  };

  const setRate = (index: number, rate: Rate, settled: boolean): void => {
    const before = store.getState();
    if (!canGoOn(before, index)) {
      setThroughout(index, rate, settled);
      return;
    }
    store.setState({ askedRate: { index, ...rate } });
    if (!settled) return;
    const rates = newRates(before.experiment, index, rate);
    worker.tell({ kind: 'rate', run: latest.run, rates });
  };

  const worker = keptWorker(createWorker, {
    onMessage: (message) => {
      if (message.run !== latest.run) return;
      if (queue.length === 0) onFrame(flush);
      queue = [...queue, message];
      if (endsDevice(message)) worker.discard();
    },
    onBreak: (reason) => {
      flush();
      latest = reduce(latest, { kind: 'failure', failure: broken(reason) });
      show();
    },
  });

  const start = (): void => {
    startIsDue = false;
    const { experiment, paused, results, view } = store.getState();
    const run = latest.run + 1;
    latest = emptyResults(run, experiment);
    queue = [];
    startedAt = performance.now();
    store.setState({ results: { ...results, status: 'starting' }, askedRate: undefined });
    show();
    clearTimeout(overdue);
    overdue = setTimeout(show, patience);
    const backend = view.backend && { backend: view.backend };
    const group = lookedAt(view);
    const looking = group && { looking: group };
    worker.start({ kind: 'start', run, experiment, paused, ...backend, ...looking });
  };

  const startIfDue = (): void => {
    if (startIsDue) start();
  };

  const tell = (kind: 'pause' | 'resume' | 'step', paused: boolean): void => {
    store.setState({ paused });
    startIfDue();
    worker.tell({ kind });
  };

  const stop = (): void => {
    startIsDue = false;
    worker.tell({ kind: 'stop' });
    flush();
    if (latest.status === 'done' || latest.status === 'failed') return;
    latest = { ...latest, status: 'stopped' };
    show();
  };

  const unsubscribe = store.subscribe((now, before) => {
    const otherBackend = now.view.backend !== before.view.backend;
    if (otherBackend) worker.discard();
    const group = lookedAt(now.view);
    if (group && group !== lookedAt(before.view)) worker.tell({ kind: 'look', group });
    const same = now.experiment === before.experiment || now.experiment === latest.experiment;
    if (startIsDue || (same && !otherBackend)) return;
    startIsDue = true;
    onFrame(startIfDue);
  });
  start();

  return {
    pause: () => tell('pause', true),
    resume: () => tell('resume', false),
    step: () => tell('step', true),
    stop,
    restart: start,
    setRate,
    archive: (options) => {
      const { experiment, view } = store.getState();
      return requestArchive(createWorker, { experiment, backend: view.backend }, options);
    },
    disconnect: () => {
      startIsDue = false;
      unsubscribe();
      clearTimeout(overdue);
      worker.discard();
    },
  };
}

/** What goes with results whose experiment has changed on the way: a step of its own in history. */
const continued = (results: Results): Partial<Lab> => ({
  results,
  experiment: results.experiment,
  committed: true,
  problems: [],
  askedRate: undefined,
});

/** The portraits that a view shows. */
const lookedAt = ({ sheet }: View): PortraitGroup | undefined =>
  portraitGroups.find((group) => group === sheet);

const hasPicture = ({ arms }: Results): boolean =>
  arms.some(({ networks }) => networks.some(({ kernels }) => kernels.length > 0));

const endsDevice = (message: FromWorker): boolean =>
  message.kind === 'result' &&
  message.result.kind === 'failure' &&
  message.result.failure.kind === 'device-lost';

const broken = (reason: string): Failure => ({
  kind: 'internal',
  sentence: `The engine stopped: ${reason}.`,
  action: 'Start the run again, or reload the page.',
});
