import { discardState, stackOf } from './stack.ts';
import { team } from './team.ts';
import type { Trainer } from './training.ts';

/**
 * Lets trainers of one arm, all at the same step, go on together in teams of at most `size` (see `teamSize`).
 */
export function joinTeams(trainers: readonly Trainer[], size: number): void {
  if (size < 2) return;
  for (let from = 0; from < trainers.length; from += size) {
    const members = trainers.slice(from, from + size);
    if (members.length > 1) join(members);
  }
}

function join(members: readonly Trainer[]): void {
  const states = members.map((member) => member.seat().keep().take());
  const stack = stackOf(states);
  states.forEach(discardState);
  const { seats } = team({ ...members[0]!.lesson, networks: members.length }, stack);
  members.forEach((member, place) => member.sitOn(seats[place]!));
}
