import * as tf from '@tensorflow/tfjs-core';
import type { OutputsAt } from './curves.ts';
import { descent, type Lesson, type State } from './descent.ts';
import { networkOf, type Network } from './network.ts';
import type { Seat } from './seat.ts';
import { cloned, discardState, singleOf, someOf } from './stack.ts';
import type { Eta } from './weightStep.ts';

/** What one network came by on its way to a step, and its outputs there if they were asked for. */
export interface Passage {
  readonly records: readonly OutputsAt[];
  readonly last: readonly OutputsAt[];
}

/** Networks of one kind that take their steps together, as one stack. What happens to one changes nothing for the others. */
export interface Team {
  readonly seats: readonly Seat[];
  /**
   * Takes all who are left to a step, as `Trainer.advance` does one, each at the rate of its seat; `complete` asks for outputs at
   * the end.
   */
  readonly advance: (
    to: number,
    etaOf: (seat: Seat) => number,
    recorded: (step: number) => boolean,
    complete: boolean,
  ) => Promise<ReadonlyMap<Seat, Passage>>;
}

/** A team of the networks of a stack, which it owns from now on and gives back once the last seat is given up. */
export function team(lesson: Lesson & { readonly networks: number }, stack: State): Team {
  const { layer } = lesson;
  let places: readonly Seat[] = [];
  const left = new Set<Seat>();
  let together = descent(lesson, stack);
  /** Networks of the stack by themselves, made when somebody asks, good until the next step. */
  const singles = new Map<Seat, Network>();
  const forget = (seat: Seat): void => {
    singles.get(seat)?.dispose();
    singles.delete(seat);
  };

  /** Takes those who gave up their seats out of the stack. */
  const closeRanks = (): void => {
    if (left.size === 0) return;
    const staying = places.flatMap((seat, place) => (left.has(seat) ? [] : [place]));
    const fewer = descent(
      { ...lesson, networks: staying.length },
      someOf(together.state(), staying),
    );
    together.dispose();
    together = fewer;
    places = staying.map((place) => places[place]!);
    left.clear();
  };

  const seatOf = (): Seat => {
    const seat: Seat = {
      network: () => {
        const known = singles.get(seat);
        if (known) return known;
        const { weights } = singleOf(layer, weightsOnly(together.state()), places.indexOf(seat));
        const single = networkOf(layer, weights);
        singles.set(seat, single);
        return single;
      },
      step: () => together.state().step,
      outputs: async () => [(await together.outputs())[places.indexOf(seat)]!],
      team: self,
      keep: () => {
        const kept = cloned(together.state());
        const place = places.indexOf(seat);
        return {
          step: kept.step,
          take: () => {
            const state = singleOf(layer, kept, place);
            discardState(kept);
            return state;
          },
          dispose: () => discardState(kept),
        };
      },
      dispose: () => {
        forget(seat);
        left.add(seat);
        if (left.size === places.length) together.dispose();
      },
    };
    return seat;
  };

  const self: Team = {
    get seats() {
      return places.filter((seat) => !left.has(seat));
    },
    advance: async (to, etaOf, recorded, complete) => {
      closeRanks();
      [...singles.keys()].forEach(forget);
      const seats = places;
      const eta = ratesOf(seats.map(etaOf));
      try {
        const records = await together.advance(to, eta, recorded);
        const last = complete ? await together.outputs() : undefined;
        return new Map(
          seats.map((seat, place) => [
            seat,
            { records: records[place]!, last: last ? [last[place]!] : [] },
          ]),
        );
      } finally {
        if (typeof eta !== 'number') eta.dispose();
      }
    },
  };
  places = Array.from({ length: lesson.networks }, seatOf);
  return self;
}

const weightsOnly = ({ weights, step }: State): State => ({ weights, memory: [], step });

/** One number where all are the same. */
const ratesOf = (etas: readonly number[]): Eta =>
  etas.every((eta) => eta === etas[0]) ? etas[0]! : tf.tensor3d([...etas], [etas.length, 1, 1]);
