import { boundedCurve, curveOf, type OutputsAt } from './curves.ts';
import { outputsResult } from './measures.ts';
import { divergence, survivable } from './networkFailures.ts';
import { release } from './openNetwork.ts';
import type { TimedPassage } from './passages.ts';
import type { LiveNetwork, Results, Run } from './Run.ts';

/** A network in training. */
export interface Lane {
  readonly network: LiveNetwork;
  /** η that it started with. */
  readonly startEta: number;
  /** The first step whose outputs have not been recorded. */
  readonly next: number;
}

/** One round: where it ends, whether the kernel is measured there, and whether outputs at its end are wanted at once. */
export interface Round {
  readonly to: number;
  readonly measured: boolean;
  readonly complete: boolean;
}

/** Tells of a network's way through a round. Throws its divergence, after the curve up to it. */
export async function* advanced(
  run: Run,
  lane: Lane,
  { to, measured, complete }: Round,
  passage: Promise<TimedPassage>,
): Results<Lane> {
  const { records, last, ms } = await passage;
  yield* curves(run, lane.network, [...records, ...last]);
  yield { kind: 'timing', name: 'step_ms', ms };
  if (measured) yield* last.map((outputs: OutputsAt) => outputsResult(lane.network.ref, outputs));
  return { ...lane, next: complete ? to + 1 : to };
}

/** Tells of a network that takes no step: its curves are where it stands. */
export async function* standing(run: Run, lane: Lane): Results<Lane> {
  yield* curves(run, lane.network, [await lane.network.trainer.outputs()]);
  return lane;
}

/** What outputs say of losses and modes. Throws the network's divergence, after the curve up to it. */
async function* curves(
  run: Run,
  { rate, ref, rule, bound, track }: LiveNetwork,
  passed: readonly OutputsAt[],
): Results {
  const { curve, divergedAt } = boundedCurve(curveOf(passed, run.samples, rule.loss), bound);
  const count = curve.steps.length;
  if (count > 0) yield { kind: 'curve', ...ref, ...curve };
  const modes = await track.passed(passed.slice(0, count), rate.eta);
  if (modes) yield modes;
  if (divergedAt !== undefined) throw divergence(ref, divergedAt, rate, rule);
}

/** Does something with every network and goes on with those that survive it. */
export async function* forEach(
  run: Run,
  lanes: readonly Lane[],
  act: (lane: Lane) => Results<Lane>,
): Results<readonly Lane[]> {
  const left: Lane[] = [];
  for (const lane of lanes) {
    try {
      left.push(yield* act(lane));
    } catch (error) {
      const { ref, trainer } = lane.network;
      yield { kind: 'failure', failure: { step: trainer.step(), ...survivable(error, ref) } };
      release(run, lane.network);
      lane.network.track.dispose();
    }
    await run.breathe();
  }
  return left;
}
