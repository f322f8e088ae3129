import type { Lane, Round } from './lanes.ts';
import type { Run } from './Run.ts';
import type { Seat } from './seat.ts';
import type { Passage } from './team.ts';

/** A passage with the milliseconds that each of its steps took; those of a team are shared among its networks. */
export interface TimedPassage extends Passage {
  readonly ms: number;
}

/** Takes networks through a round when they are asked for: those of a team together, as soon as one of them is. */
export function passages(
  { environment }: Pick<Run, 'environment'>,
  lanes: readonly Lane[],
  { to, complete }: Round,
  recorded: ReadonlySet<number>,
): (lane: Lane) => Promise<TimedPassage> {
  const etas = new Map(lanes.map(({ network }) => [network.trainer.seat(), network.rate.eta]));
  const done = new Map<Seat, TimedPassage>();
  return async ({ network: { trainer, rate }, next }) => {
    const seat = trainer.seat();
    const known = done.get(seat);
    if (known) return known;
    const wanted = (step: number): boolean => step >= next && recorded.has(step);
    const from = trainer.step();
    const began = environment.now();
    const ms = (networks: number): number => (environment.now() - began) / ((to - from) * networks);
    if (!seat.team) {
      const records = await trainer.advance(to, rate.eta, wanted);
      const took = ms(1);
      return { records, last: complete ? [await trainer.outputs()] : [], ms: took };
    }
    const passed = await seat.team.advance(to, (mate) => etas.get(mate)!, wanted, complete);
    passed.forEach((passage, mate) => done.set(mate, { ...passage, ms: ms(passed.size) }));
    return done.get(seat)!;
  };
}
