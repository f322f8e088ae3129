import type { Value } from '../nn/Settings.ts';
import { adaptiveRate } from '../spec/adaptiveRates.ts';
import { canonical } from '../spec/canonical.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { entryOf } from '../spec/families.ts';
import { armValues } from '../spec/values.ts';
import { withArm, withoutOwn } from './editing.ts';

/**
 * The experiment with another optimizer for arm `index`. An adaptive one, for which there is no limit that a rate could be a multiple
 * of, brings a small plain rate with it, which goes with it again; arms with an optimizer of their own keep the rate that they took from
 * A. Throws as `withArm` does.
 */
export const withOptimizer = (experiment: Experiment, index: number, id: Value): Experiment =>
  fitted(experiment, withArm(experiment, index, 'opt', id), index);

/** The experiment with arm `index` taking its optimizer from A again, and a rate that goes with it. Throws as `withoutOwn` does. */
export const withoutOwnOptimizer = (experiment: Experiment, index: number): Experiment =>
  fitted(experiment, withoutOwn(experiment, index, 'opt'), index);

/** `changed` with a rate of arm `index` that fits its optimizer, which was another one `before`. */
function fitted(before: Experiment, changed: Experiment, index: number): Experiment {
  const now = armValues(changed, index);
  const was = isAdaptive(before, index);
  const is = isAdaptive(changed, index);
  if (is && !was && now['rate.unit'] === 'limit') {
    const plain = withArm(keepingRates(before, changed, index), index, 'rate.unit', 'plain');
    return withArm(plain, index, 'rate', adaptiveRate);
  }
  if (was && !is && now['rate.unit'] === 'plain' && now.rate === adaptiveRate) {
    const kept = keepingRates(before, changed, index);
    return withoutOwn(withoutOwn(kept, index, 'rate.unit'), index, 'rate');
  }
  return changed;
}

/** Later arms with an optimizer of their own have the rate of before as their own, where A's is about to change. */
function keepingRates(before: Experiment, changed: Experiment, index: number): Experiment {
  if (index > 0) return changed;
  const arms = changed.arms.map((own, place) => {
    if (place === 0 || !('opt' in own)) return own;
    const values = armValues(before, place);
    const rates = Object.fromEntries(rateKeys.map((key) => [key, values[key] ?? '']));
    return { ...rates, ...own };
  });
  return canonical({ shared: changed.shared, arms });
}

const rateKeys = ['rate', 'rate.unit', 'rate.changes'] as const;

const isAdaptive = (experiment: Experiment, index: number): boolean =>
  entryOf('opt', armValues(experiment, index))?.adaptive === true;
