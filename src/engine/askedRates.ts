import type { ArmLabel } from '../spec/Experiment.ts';
import type { Arm } from '../spec/resolve.ts';
import { plainRate } from './rate.ts';
import type { MarkResult } from '../spec/Result.ts';
import type { LiveNetwork } from './Run.ts';

/** A rate that was set on the way; `until`, if there is one, is the step at which to ask again. */
export interface AskedRate {
  readonly value: number;
  readonly unit: Arm['rate']['unit'];
  readonly until?: number;
}

/** The rate of an arm from a step on, as a person or a link sets it; undefined where it is the one at the start. */
export type RateOf = (arm: ArmLabel, step: number) => AskedRate | Until | undefined;

/** The rate at the start, up to a step. */
interface Until {
  readonly until: number;
}

/** A network beside the rate that it started with. */
interface Started {
  readonly network: LiveNetwork;
  readonly startEta: number;
}

/** Networks with their rates, and the step before which they stay so. */
interface Asked<T> {
  readonly lanes: readonly T[];
  readonly until: number;
}

/**
 * Networks with the rates that are asked for at `step`, each change marked; and the step by which to ask again, if any. Multiples are
 * of the limit at the start.
 */
export function* withAskedRates<T extends Started>(
  lanes: readonly T[],
  step: number,
  rateOf: RateOf | undefined,
): Generator<MarkResult, Asked<T>, undefined> {
  let until = Infinity;
  const paced: T[] = [];
  for (const lane of lanes) {
    const { ref, rate } = lane.network;
    const asked = rateOf?.(ref.arm, step);
    if (asked?.until !== undefined && asked.until > step) until = Math.min(until, asked.until);
    const eta = asked && 'value' in asked ? plainRate(asked, rate.stabilityLimit) : lane.startEta;
    if (eta === rate.eta) {
      paced.push(lane);
      continue;
    }
    yield {
      kind: 'mark',
      arm: ref.arm,
      seed: ref.seed,
      step,
      what: 'rate',
      words: `η ${short(rate.eta)} → ${short(eta)}`,
      eta,
    };
    paced.push({ ...lane, network: { ...lane.network, rate: { ...rate, eta } } });
  }
  return { lanes: paced, until };
}

/** The rate that a network has from a step on, if `rate` is what it started with. */
export function etaAt(
  rateOf: RateOf | undefined,
  { ref, rate }: Pick<LiveNetwork, 'ref' | 'rate'>,
  step: number,
): number {
  const asked = rateOf?.(ref.arm, step);
  return asked && 'value' in asked ? plainRate(asked, rate.stabilityLimit) : rate.eta;
}

const short = (value: number): string => String(Number(value.toPrecision(3)));
