import type { CurveResult, FailureResult, MarkResult, NetworkRef, Result } from '../spec/Result.ts';
import { forEach, type Lane } from './lanes.ts';
import { outputsResult } from './measures.ts';
import type { Results, Run } from './Run.ts';
import { firstModes } from './course/firstModes.ts';
import type { StopWatch, Verdict } from './stopWatch.ts';
import type { Held } from './training.ts';

/** The networks after a round, and the step at which a rule has ended training, to which they have then gone back. */
export interface Watched {
  readonly lanes: readonly Lane[];
  readonly stoppedAt: number | undefined;
}

/**
 * A round whose results wait until it is known whether a stop rule ends training within it. If so, networks go back to where the
 * round began and from there to that very step, and nothing is told of steps after it: where training stops does not depend on how long
 * rounds are.
 */
export async function* watchedRound(
  run: Run,
  lanes: readonly Lane[],
  act: (lane: Lane) => Results<Lane>,
  watch: StopWatch,
): Results<Watched> {
  const held = new Map<Lane['network']['trainer'], Held>();
  const told: Result[] = [];
  try {
    for (const { network } of lanes) held.set(network.trainer, network.trainer.hold());
    const round = forEach(run, lanes, act);
    let next = await round.next();
    for (; !next.done; next = await round.next()) {
      told.push(next.value);
      if (next.value.kind === 'curve') watch.take(next.value);
      if (next.value.kind === 'failure') dropped(watch, next.value);
    }
    const left = next.value;
    const verdict = watch.verdict();
    if (!verdict) {
      yield* told;
      return { lanes: left, stoppedAt: undefined };
    }
    yield* told.flatMap((result) => upTo(result, verdict.step));
    yield* stopped(left, verdict, held, watch);
    return { lanes: left, stoppedAt: verdict.step };
  } finally {
    for (const state of held.values()) state.dispose();
  }
}

/** Takes networks back to the step of a verdict and tells of it. */
async function* stopped(
  lanes: readonly Lane[],
  { step, words }: Verdict,
  held: Map<Lane['network']['trainer'], Held>,
  watch: StopWatch,
): Results {
  for (const { network } of lanes) {
    const { ref, trainer, rate } = network;
    const state = held.get(trainer);
    if (state && trainer.step() !== step) {
      held.delete(trainer);
      trainer.restore(state);
      await trainer.advance(step, rate.eta, () => false);
      if (step > 0) yield outputsResult(ref, await trainer.outputs());
    }
    yield markOf(ref, step, 'stop', words);
  }
  yield* bestMarks(watch, lanes, step);
}

/** Marks the least test loss of each network up to a step, where early stopping is on. */
export function* bestMarks(
  watch: StopWatch,
  lanes: readonly Lane[],
  until: number,
): Generator<MarkResult, void, undefined> {
  for (const { network } of lanes) {
    const best = watch.best(network.ref, until);
    if (best) yield markOf(network.ref, best.step, 'best', `least test loss ${short(best.loss)}`);
  }
}

const markOf = (
  { arm, seed }: NetworkRef,
  step: number,
  what: MarkResult['what'],
  words: string,
): MarkResult => ({ kind: 'mark', arm, seed, step, what, words });

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** A network that failed is not waited for. */
function dropped(watch: StopWatch, { failure }: FailureResult): void {
  const { arm, seed = 0, step = 0 } = failure;
  if (arm !== undefined) watch.drop({ arm, seed }, step);
}

/** What of a result speaks of steps up to one. */
function upTo(result: Result, step: number): readonly Result[] {
  if (result.kind === 'outputs') return result.step <= step ? [result] : [];
  if (result.kind === 'modes') {
    const count = result.steps.filter((at) => at <= step).length;
    return count === 0 ? [] : [firstModes(result, count)];
  }
  if (result.kind !== 'curve') return [result];
  const past = result.steps.findIndex((at) => at > step);
  return past === 0 ? [] : [past < 0 ? result : shortened(result, past)];
}

const shortened = (curve: CurveResult, count: number): CurveResult => ({
  ...curve,
  steps: curve.steps.slice(0, count),
  lossTrain: curve.lossTrain.slice(0, count),
  lossTest: curve.lossTest.slice(0, count),
  accuracyTrain: curve.accuracyTrain.slice(0, count),
  accuracyTest: curve.accuracyTest.slice(0, count),
});
