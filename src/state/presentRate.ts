import type { Lab } from './lab.ts';
import { armsAtRateOf, hasRoomForRate, rateAt, type Rate } from './withRate.ts';

/** A rate that arm `index` is being given while its networks train. */
export interface AskedRate extends Rate {
  readonly index: number;
}

/** The rate of arm `index` where training is: the one being asked for, or else what is planned for that step. */
export function presentRate(
  { experiment, results, askedRate }: Pick<Lab, 'experiment' | 'results' | 'askedRate'>,
  index: number,
): Rate {
  if (askedRate && armsAtRateOf(experiment, askedRate.index).includes(index)) return askedRate;
  return rateAt(experiment, index, results.experiment === experiment ? results.step : 0);
}

/**
 * Whether networks can go on from the weights that they have at another rate of arm `index`: training is under way or waits, between its
 * first and its last step, and every arm concerned has a network that has not failed. Otherwise another rate is another run.
 */
export function canGoOn(
  { experiment, results, committed }: Pick<Lab, 'experiment' | 'results' | 'committed'>,
  index: number,
): boolean {
  const { status, step, steps, arms } = results;
  return (
    results.experiment === experiment &&
    committed &&
    (status === 'running' || status === 'paused') &&
    step > 0 &&
    step < steps &&
    hasRoomForRate(experiment, index) &&
    armsAtRateOf(experiment, index).every((place) =>
      arms[place]?.networks.some(({ failure }) => failure === undefined),
    )
  );
}
