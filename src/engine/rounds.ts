import { withAskedRates, type RateOf } from './askedRates.ts';
import { advanced, forEach, standing, type Lane, type Round } from './lanes.ts';
import { measureKernel } from './measureKernel.ts';
import { changeResult } from './measures.ts';
import type { LiveNetwork, Results, Run } from './Run.ts';
import { passages } from './passages.ts';
import { isTangentStep, relinearized } from './relinearized.ts';
import { measuredSteps } from './schedule.ts';
import { spectra, type Spectra } from './spectra.ts';
import { bestMarks, watchedRound } from './watchedRound.ts';
import { stopWatch } from './stopWatch.ts';

/** How long a round should take: short enough to interrupt, long enough that reading back costs little. */
const roundMilliseconds = 45;

/** The most steps in a round, whatever they cost. */
const mostSteps = 500;

/** How rounds are steered from outside. */
export interface RoundOptions {
  /** Asked before each round for the most steps that it may take; a finite number counts as made by hand. */
  readonly pace?: () => number;
  /** Asked before each round for every arm's rate. */
  readonly rateOf?: RateOf;
}

/**
 * Trains all networks side by side, round by round, up to the last step or to the one at which a stop rule ends it; each round
 * ends at the same step for all, with a `progress`. If the pace is finite, the step is made by hand, and its kernel is measured too.
 */
export async function* rounds(
  run: Run,
  networks: readonly LiveNetwork[],
  { pace = () => Infinity, rateOf }: RoundOptions = {},
): Results {
  const { steps, stop } = run.shared;
  const schedule = measuredSteps(run.shared);
  const recorded = new Set(run.recorded);
  const waiting = spectra(run.environment, networks.length);
  const watch = stopWatch(stop);
  let lanes: readonly Lane[] = networks.map((network) => ({
    network,
    startEta: network.rate.eta,
    next: 0,
  }));
  let chunk = 1;
  let measuredAt = 0;
  if (steps === 0) lanes = yield* forEach(run, lanes, (lane) => standing(run, lane));
  yield { kind: 'progress', step: 0, steps };
  for (let step = 0, last = steps; step < last && lanes.length > 0;) {
    const asked = yield* withAskedRates(lanes, step, rateOf);
    const allowed = Math.max(1, pace());
    const end = schedule.find((snapshot) => snapshot > step) ?? steps;
    const to = Math.min(step + Math.min(chunk, allowed), end, asked.until);
    const measured = to === end || Number.isFinite(allowed);
    const round: Round = { to, measured, complete: measured || to === steps };
    const began = run.environment.now();
    const passageOf = passages(run, asked.lanes, round, recorded);
    const act = (lane: Lane): Results<Lane> => advanced(run, lane, round, passageOf(lane));
    const passed = watch
      ? yield* watchedRound(run, asked.lanes, act, watch)
      : { lanes: yield* forEach(run, asked.lanes, act), stoppedAt: undefined };
    lanes = passed.lanes;
    chunk = suited(to - step, run.environment.now() - began);
    const { stoppedAt = to } = passed;
    if (passed.stoppedAt !== undefined) last = stoppedAt;
    else if (watch && to === steps) yield* bestMarks(watch, lanes, steps);
    if ((measured || stoppedAt === last) && stoppedAt > measuredAt) {
      lanes = yield* forEach(run, lanes, (lane) => snapshot(run, lane, waiting));
      measuredAt = stoppedAt;
    }
    yield* waiting.ready();
    step = stoppedAt;
    yield { kind: 'progress', step, steps: last };
  }
  yield* waiting.rest();
}

/** Measures the kernel where the network now is. */
async function* snapshot(run: Run, lane: Lane, waiting: Spectra): Results<Lane> {
  const { network } = lane;
  const { ref, trainer, theta0, track, rate } = network;
  const theta = yield* measureKernel(run, network, track.see());
  yield changeResult(ref, trainer.step(), theta, theta0, run.samples.y);
  yield* track.measured(theta, rate.eta);
  waiting.ask(ref, trainer.step(), theta);
  if (isTangentStep(run, network.rule, trainer.step()))
    waiting.await((await relinearized(run, network, theta)).answer);
  return lane;
}

/** How many steps the next round should take if `taken` took so long; it grows at most fourfold at a time. */
export const suited = (taken: number, milliseconds: number): number =>
  Math.max(
    1,
    Math.min(mostSteps, 4 * taken, Math.round((taken * roundMilliseconds) / milliseconds)),
  );
