import type { RateOf } from '../engine/askedRates.ts';
import { plannedRates, ratePlan, type RatePlan } from '../engine/plannedRates.ts';
import type { Experiment } from '../spec/Experiment.ts';
import type { NewRate } from '../spec/protocol.ts';
import { resolveArms } from '../spec/resolve.ts';

/** The rates of one run: those that its experiment plans, and those that are asked for on the way. */
export interface RateBook {
  /** For the engine, which asks at the start of each round, and for what follows training, which asks at any time. */
  readonly rateOf: RateOf;
  /** Rates of some arms from the next step on; they are answered once it is known which step that is. */
  readonly ask: (rates: readonly NewRate[]) => void;
  /** Training is at a step, and what is asked for before the next round holds from there. */
  readonly reached: (step: number) => void;
  /** The next round begins: what is asked for now holds from its end on. */
  readonly left: () => void;
  /** There will be no further step. */
  readonly end: () => void;
}

/** A book of the rates of an experiment; `answer` hears from which step on rates hold, or that training did not go on. */
export function rateBook(
  experiment: Experiment,
  answer: (rates: readonly NewRate[], step: number | undefined) => void,
): RateBook {
  let plan = ratePlan(resolveArms(experiment));
  let waiting: readonly (readonly NewRate[])[] = [];
  let now: number | undefined;
  /** Whether the round from `now` on is under way. */
  let begun = true;
  let ended = false;
  const planned = plannedRates(() => plan);

  const settle = (at: number | undefined): void => {
    // A rate from the start on is another experiment.
    const step = at === 0 ? undefined : at;
    for (const rates of waiting) {
      if (step !== undefined)
        plan = rates.reduce((known, rate) => withRate(known, rate, step), plan);
      answer(rates, step);
    }
    waiting = [];
  };

  return {
    rateOf: planned,
    ask: (rates) => {
      waiting = [...waiting, rates];
      if (ended) settle(undefined);
      else if (!begun) settle(now);
    },
    reached: (step) => {
      now = step;
      begun = false;
      settle(step);
    },
    left: () => {
      begun = true;
    },
    end: () => {
      ended = true;
      settle(undefined);
    },
  };
}

function withRate(plan: RatePlan, { arm, value, unit }: NewRate, step: number): RatePlan {
  const others = (plan.get(arm) ?? []).filter((change) => change.step !== step);
  const changes = [...others, { step, value, unit }].sort((a, b) => a.step - b.step);
  return new Map(plan).set(arm, changes);
}
