import { boundedCurve, curveOf, type OutputsAt } from './curves.ts';
import { measureKernel } from './measureKernel.ts';
import { changeResult, outputsResult } from './measures.ts';
import { divergence, survivable } from './networkFailures.ts';
import { release } from './openNetwork.ts';
import type { LiveNetwork, Results, Run } from './Run.ts';
import { snapshotSteps } from './schedule.ts';
import { spectra, type Spectra } from './spectra.ts';

/** How long a round should take: short enough to interrupt, long enough that reading back costs little. */
const roundMilliseconds = 45;

/** The most steps in a round, whatever they cost. */
const mostSteps = 500;

/** A network in training; `next` is the first step whose outputs have not been recorded. */
interface Lane {
  readonly network: LiveNetwork;
  next: number;
}

/** One round: where it ends, whether the kernel is measured there, and whether outputs at its end are wanted at once. */
interface Round {
  readonly to: number;
  readonly measured: boolean;
  readonly complete: boolean;
}

/**
 * Trains all networks side by side, round by round, up to the last step; each round ends at the same step for all, with a
 * `progress`. `pace` is asked before each round for the most steps that it may take. If that is finite, the step is made by
 * hand, and its kernel is measured too.
 */
export async function* rounds(
  run: Run,
  networks: readonly LiveNetwork[],
  pace: () => number,
): Results {
  const { steps, snapshots } = run.shared;
  const schedule = snapshotSteps(steps, snapshots);
  const recorded = new Set(run.recorded);
  const waiting = spectra(run.environment, networks.length);
  let lanes: readonly Lane[] = networks.map((network) => ({ network, next: 0 }));
  let chunk = 1;
  yield { kind: 'progress', step: 0, steps };
  for (let step = 0; step < steps && lanes.length > 0;) {
    const allowed = Math.max(1, pace());
    const end = schedule.find((snapshot) => snapshot > step) ?? steps;
    const to = Math.min(step + Math.min(chunk, allowed), end);
    const measured = to === end || Number.isFinite(allowed);
    const round = { to, measured, complete: measured || to === steps };
    const began = run.environment.now();
    lanes = yield* forEach(run, lanes, (lane) => advanced(run, lane, round, recorded));
    chunk = suited(to - step, run.environment.now() - began);
    if (measured)
      lanes = yield* forEach(run, lanes, ({ network }) => snapshot(run, network, waiting));
    yield* waiting.ready();
    step = to;
    yield { kind: 'progress', step, steps };
  }
  yield* waiting.rest();
}

/** Takes a network through a round. Throws its divergence, after the curve up to it. */
async function* advanced(
  run: Run,
  lane: Lane,
  { to, measured, complete }: Round,
  recorded: ReadonlySet<number>,
): Results {
  const { network } = lane;
  const { trainer, rate, ref, bound } = network;
  const from = trainer.step();
  const began = run.environment.now();
  const records = await trainer.advance(
    to,
    rate.eta,
    (step) => step >= lane.next && recorded.has(step),
  );
  const ms = (run.environment.now() - began) / (to - from);
  const last = complete ? [await trainer.outputs()] : [];
  lane.next = complete ? to + 1 : to;
  const { curve, divergedAt } = boundedCurve(curveOf([...records, ...last], run.samples), bound);
  if (curve.steps.length > 0) yield { kind: 'curve', ...ref, ...curve };
  if (divergedAt !== undefined) throw divergence(ref, divergedAt, rate);
  yield { kind: 'timing', name: 'step_ms', ms };
  if (measured) yield* last.map((outputs: OutputsAt) => outputsResult(ref, outputs));
}

/** Measures the kernel where the network now is. */
async function* snapshot(run: Run, network: LiveNetwork, waiting: Spectra): Results {
  const { ref, trainer, theta0 } = network;
  const theta = yield* measureKernel(run, network);
  yield changeResult(ref, trainer.step(), theta, theta0, run.samples.y);
  waiting.ask(ref, trainer.step(), theta);
}

/** Does something with every network and goes on with those that survive it. */
async function* forEach(
  run: Run,
  lanes: readonly Lane[],
  act: (lane: Lane) => Results,
): Results<readonly Lane[]> {
  const left: Lane[] = [];
  for (const lane of lanes) {
    try {
      yield* act(lane);
      left.push(lane);
    } catch (error) {
      const { ref, trainer } = lane.network;
      yield { kind: 'failure', failure: { step: trainer.step(), ...survivable(error, ref) } };
      release(run, lane.network);
    }
    await run.breathe();
  }
  return left;
}

/** How many steps the next round should take if `taken` took so long; it grows at most fourfold at a time. */
const suited = (taken: number, milliseconds: number): number =>
  Math.max(
    1,
    Math.min(mostSteps, 4 * taken, Math.round((taken * roundMilliseconds) / milliseconds)),
  );
