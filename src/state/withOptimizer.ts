import type { Value } from '../nn/Settings.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { entryOf } from '../spec/families.ts';
import { armValues } from '../spec/values.ts';
import { withArm, withoutOwn } from './editing.ts';

/** The rate that comes with an adaptive optimizer: each weight moves by about as much in a step (Kingma & Ba, 2015). */
const adaptiveRate = 0.001;

/**
 * The experiment with another optimizer for arm `index`. An adaptive one, for which there is no limit that a rate could be a multiple
 * of, brings a small plain rate with it, which goes with it again. Throws as `withArm` does.
 */
export function withOptimizer(experiment: Experiment, index: number, id: Value): Experiment {
  const before = armValues(experiment, index);
  const changed = withArm(experiment, index, 'opt', id);
  const was = entryOf('opt', before)?.adaptive === true;
  const is = entryOf('opt', armValues(changed, index))?.adaptive === true;
  if (is && !was && before['rate.unit'] === 'limit')
    return withArm(withArm(changed, index, 'rate.unit', 'plain'), index, 'rate', adaptiveRate);
  if (was && !is && before['rate.unit'] === 'plain' && before.rate === adaptiveRate)
    return withoutOwn(withoutOwn(changed, index, 'rate.unit'), index, 'rate');
  return changed;
}
