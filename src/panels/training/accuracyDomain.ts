import { hull, type Interval } from '../chart/Interval.ts';
import { rangeOf } from '../chart/Series.ts';
import type { TrainingArm } from './trainingArms.ts';

/** From 0 or 50 % to 100 %, whichever holds all curves. */
export function accuracyDomain(arms: readonly TrainingArm[]): Interval {
  const all = hull(
    arms.flatMap(({ network, start, limit }) => [network, start, limit].map(rangeOf)),
  );
  return [all && all[0] >= 0.5 ? 0.5 : 0, 1];
}
