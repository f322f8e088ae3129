import { registry } from '../registry.ts';
import { circle } from './circle.ts';
import { cloud } from './cloud.ts';
import { digits } from './digits.ts';
import { moons } from './moons.ts';
import { points } from './points.ts';
import { regression } from './regression.ts';
import { sequences } from './sequences.ts';
import { sphere } from './sphere.ts';

/** Every data set. */
export const datasets = registry('data set', [
  digits,
  moons,
  circle,
  regression,
  points,
  sphere,
  cloud,
  sequences,
]);
