import { wordIn, type Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { Experiment } from '../spec/Experiment.ts';
import { rateChangesOf, textOfRateChanges, type RateChange } from '../spec/rateChanges.ts';
import { rateChanges } from '../spec/trainingParams.ts';
import { armValues } from '../spec/values.ts';

/** Whose rate changes, and what it is from a step on, in the arm's own unit where it names none. */
export interface ArmRate extends RateChange {
  /** Place of the arm; 0 is A. */
  readonly index: number;
}

/**
 * The experiment in which an arm has another rate from a step on; what is planned for other steps stays. Arms that take their rate from
 * it follow; a later arm has its changes as its own from then on.
 */
export function withRate(experiment: Experiment, { index, ...change }: ArmRate): Experiment {
  const { shared, arms } = experiment;
  const text = changed(armValues(experiment, index), change);
  return canonical({
    shared,
    arms: arms.map((own, place) => (place === index ? { ...own, [rateChanges.key]: text } : own)),
  });
}

/** Whether one more change can be written down. */
export const hasRoomForRate = (experiment: Experiment, index: number): boolean =>
  wordIn(armValues(experiment, index), rateChanges.key).length + longestChange <=
  rateChanges.maxLength;

/** Places of the arms that train at the rate of arm `index`: itself, and those that take theirs from it. */
export const armsAtRateOf = ({ arms }: Experiment, index: number): readonly number[] =>
  arms
    .map((own, place) => ({ own, place }))
    .filter(
      ({ own, place }) =>
        place === index || (index === 0 && !('rate' in own || rateChanges.key in own)),
    )
    .map(({ place }) => place);

/** "100000:0.12345678901234567:limit," and some. */
const longestChange = 40;

function changed(values: Settings, { step, value, unit }: RateChange): string {
  const others = rateChangesOf(wordIn(values, rateChanges.key)).filter((one) => one.step !== step);
  const named = unit !== undefined && unit !== values['rate.unit'];
  const all = [...others, { step, value, ...(named && { unit }) }];
  return textOfRateChanges(all.sort((a, b) => a.step - b.step));
}
