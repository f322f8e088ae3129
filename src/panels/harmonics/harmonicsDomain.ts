import { hull, type Interval } from '../chart/Interval.ts';
import { niceLog } from '../chart/ticks.ts';
import { byParity } from './byParity.ts';
import { harmonicsFloor } from './fittedSlope.ts';
import type { HarmonicsArm } from './harmonicsArms.ts';

/** The eigenvalues that the axis shows, k from 1 on: all that are above the noise of their sums. */
export function harmonicsDomain(arms: readonly HarmonicsArm[]): Interval | undefined {
  const range = hull(
    arms.flatMap(({ eigenvalues, network }) => [
      above(eigenvalues?.subarray(1) ?? [], harmonicsFloor),
      ...byParity(network).map(({ mean }) => above(mean, 0)),
    ]),
  );
  if (!range) return undefined;
  const [low, high] = niceLog(range);
  return low < high ? [low, high] : [low / 10, high];
}

function above(values: Iterable<number>, floor: number): Interval | undefined {
  return hull(
    Array.from(values)
      .filter((value) => value > floor && value < Infinity)
      .map((value) => [value, value] as const),
  );
}
