import { numberIn, wordIn, type Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import { armLabels, type Experiment } from '../spec/Experiment.ts';
import type { NewRate } from '../spec/protocol.ts';
import {
  rateChangesOf,
  textOfRateChanges,
  type RateChange,
  type RateUnit,
} from '../spec/rateChanges.ts';
import { rateChanges } from '../spec/trainingParams.ts';
import { armValues } from '../spec/values.ts';
import { withArm } from './editing.ts';

/** The rate of an arm: multiples of the stability limit, or the number itself. */
export interface Rate {
  readonly value: number;
  readonly unit: RateUnit;
}

/** The rate of arm `index` (0 is A) at a step, as planned. */
export function rateAt(experiment: Experiment, index: number, step: number): Rate {
  const values = armValues(experiment, index);
  const unit = unitOf(values);
  const change = rateChangesOf(wordIn(values, rateChanges.key)).findLast((one) => one.step <= step);
  return { unit: change?.unit ?? unit, value: change?.value ?? numberIn(values, 'rate') };
}

/**
 * The experiment in which arm `index` has another rate from a step on; what is planned for other steps stays. Arms that take their rate
 * from it follow; a later arm has its changes as its own from then on.
 */
export function withRateFrom(
  experiment: Experiment,
  index: number,
  { step, ...rate }: Rate & { readonly step: number },
): Experiment {
  const { shared, arms } = experiment;
  const text = changed(armValues(experiment, index), { step, ...rate });
  return canonical({
    shared,
    arms: arms.map((own, place) => (place === index ? { ...own, [rateChanges.key]: text } : own)),
  });
}

/** The experiment in which arm `index` has one rate for the whole of training. */
export function withRateThroughout(
  experiment: Experiment,
  index: number,
  { value, unit }: Rate,
): Experiment {
  const before = armValues(experiment, index);
  const inUnit =
    unitOf(before) === unit ? experiment : withArm(experiment, index, 'rate.unit', unit);
  // A unit of its own is no reason for a later arm to have a rate of its own.
  const same = before.rate === value && inUnit !== experiment && before[rateChanges.key] === '';
  return same ? inUnit : withArm(inUnit, index, 'rate', value);
}

/** What arms are to be told if arm `index` gets another rate: that one first, then those that take their rate from it. */
export function newRates(experiment: Experiment, index: number, rate: Rate): readonly NewRate[] {
  const unit = unitOf(armValues(experiment, index));
  return armsAtRateOf(experiment, index).map((place) => ({
    arm: armLabels[place] ?? 'A',
    value: rate.value,
    // In its unit, a change means to each what it is in the unit of that one.
    unit: rate.unit === unit ? unitOf(armValues(experiment, place)) : rate.unit,
  }));
}

/** Places of the arms that train at the rate of arm `index`: itself first, then those that take theirs from it. */
export const armsAtRateOf = ({ arms }: Experiment, index: number): readonly number[] => [
  index,
  ...arms.flatMap((own, place) =>
    index === 0 && place > 0 && !('rate' in own || rateChanges.key in own) ? [place] : [],
  ),
];

/** Whether one more change of the rate of arm `index` can be written down. */
export const hasRoomForRate = (experiment: Experiment, index: number): boolean =>
  wordIn(armValues(experiment, index), rateChanges.key).length + longestChange <=
  rateChanges.maxLength;

/** "100000:0.12345678901234567:limit," and some. */
const longestChange = 40;

function changed(values: Settings, { step, value, unit }: RateChange): string {
  const others = rateChangesOf(wordIn(values, rateChanges.key)).filter((one) => one.step !== step);
  const named = unit !== undefined && unit !== unitOf(values);
  const all = [...others, { step, value, ...(named && { unit }) }];
  return textOfRateChanges(all.sort((a, b) => a.step - b.step));
}

const unitOf = (values: Settings): RateUnit =>
  wordIn(values, 'rate.unit') === 'plain' ? 'plain' : 'limit';
