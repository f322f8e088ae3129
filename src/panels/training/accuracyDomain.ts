import { hull, type Interval } from '../chart/Interval.ts';
import { rangeOf } from '../chart/Series.ts';
import type { TrainingArm } from './trainingArms.ts';

/** From the quarter below all curves to 100 %. */
export function accuracyDomain(arms: readonly TrainingArm[]): Interval {
  const all = hull(
    arms.flatMap(({ network, start, limit }) => [network, start, limit].map(rangeOf)),
  );
  return [all ? Math.min(0.75, Math.floor(4 * all[0]) / 4) : 0, 1];
}
