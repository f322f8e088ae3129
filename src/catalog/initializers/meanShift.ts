import type { Limit } from '../../nn/Initializer.ts';
import { numberIn, type NumberParam, type Settings } from '../../nn/Settings.ts';

/** The mean of the weights, in standard deviations. */
export const meanParam: NumberParam = {
  kind: 'number',
  key: 'mean',
  label: 'Mean',
  default: 0,
  min: -10,
  max: 10,
  slider: [-1, 1],
  explain: 'The mean of every weight, in units of its standard deviation.',
};

/** Adds the mean to values of variance one, in place. */
export function shifted(values: Float64Array, settings: Settings): Float64Array {
  const mean = numberIn(settings, 'mean');
  return mean === 0 ? values : values.map((value) => value + mean);
}

/** Why weights whose mean is not zero have no limit; undefined if it is zero, or not set. */
export const meanLimit = (settings: Settings = {}): Limit | undefined =>
  (settings.mean ?? 0) === 0
    ? undefined
    : {
        exists: false,
        reason:
          'Weights whose mean is not zero have a part of rank one, the same for all units, that grows as the square root of the width, so no Gaussian limit exists.',
      };
