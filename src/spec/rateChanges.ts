/** The units of a rate: multiples of the stability limit, or the number itself. */
export const rateUnits = ['limit', 'plain'] as const;

/** One of the units of a rate. */
export type RateUnit = (typeof rateUnits)[number];

/** A rate that holds from a step on; in the arm's own unit where it names none. */
export interface RateChange {
  readonly step: number;
  readonly value: number;
  readonly unit?: RateUnit;
}

/** What a text says of how a rate changes: the same changes as they are written, or why not, as the rest of "… is …". */
export type RateChangesReading =
  | { readonly valid: true; readonly changes: readonly RateChange[]; readonly value: string }
  | { readonly valid: false; readonly why: string };

/** The largest step and the range of rates, those of `steps` and `rate`. */
const lastStep = 100_000;
const [least, most] = [1e-8, 1e6];

/** step:rate, or step:rate:unit, with a decimal number. */
const form = /^(\d+):(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)(?::(limit|plain))?$/i;

/**
 * Reads "120:0.5,180:0.1", from step 120 on 0.5 and from 180 on 0.1; "120:0.02:plain" says its unit. Empty for none. Steps come in
 * order, and of those given twice the last counts.
 */
export function readRateChanges(text: string): RateChangesReading {
  const byStep = new Map<number, RateChange>();
  for (const part of text.split(/[,;\s]+/u).filter((piece) => piece !== '')) {
    const [, stepText, valueText, unitText] = form.exec(part) ?? [];
    if (stepText === undefined || valueText === undefined)
      return refused(`no list of steps and rates such as 120:0.5,180:0.1 (“${part}”)`);
    const [step, value] = [Number(stepText), Number(valueText)];
    if (step < 1 || step > lastStep)
      return refused(`a list whose steps are not all from 1 to ${lastStep} (${step})`);
    if (!(value >= least && value <= most))
      return refused(`a list whose rates are not all from ${least} to ${most} (${valueText})`);
    const unit = rateUnits.find((known) => known === unitText?.toLowerCase());
    byStep.set(step, { step, value, ...(unit && { unit }) });
  }
  const changes = [...byStep.values()].sort((a, b) => a.step - b.step);
  return { valid: true, changes, value: textOfRateChanges(changes) };
}

/** How changes are written in links and fields. */
export const textOfRateChanges = (changes: readonly RateChange[]): string =>
  changes
    .map(({ step, value, unit }) => [step, value, ...(unit ? [unit] : [])].join(':'))
    .join(',');

/** The changes that a valid text names; none for one that is not valid. */
export function rateChangesOf(text: string): readonly RateChange[] {
  const reading = readRateChanges(text);
  return reading.valid ? reading.changes : [];
}

const refused = (why: string): RateChangesReading => ({ valid: false, why });
