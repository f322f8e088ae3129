import { lossIds } from '../nn/dynamics/Loss.ts';
import type { ChoiceParam, NumberParam, Settings } from '../nn/Settings.ts';
import { entryOf } from './families.ts';
import { stabilityFormula } from './stabilityFormula.ts';

/** The rate and its unit, in the words of the loss, the optimizer and the decay that `chosen` names. */
export function rateParams(chosen: Settings): readonly [NumberParam, ChoiceParam] {
  const formula = formulaFor(chosen);
  return isPlain(chosen) ? [plainRate, unit(formula)] : [rate, unit(formula)];
}

/** Whether the rate is taken as a number, by choice or because the optimizer has no limit to take multiples of. */
export const isPlain = (chosen: Settings): boolean =>
  chosen['rate.unit'] === 'plain' || entryOf('opt', chosen)?.adaptive === true;

function formulaFor(chosen: Settings): string | undefined {
  const loss = lossIds.find((id) => id === chosen.loss) ?? 'mse';
  const decay = typeof chosen.decay === 'number' ? chosen.decay : 0;
  return stabilityFormula({ loss, optimizer: entryOf('opt', chosen) ?? {}, decay });
}

const rate: NumberParam = {
  kind: 'number',
  key: 'rate',
  label: 'Rate η',
  default: 0.5,
  min: 1e-8,
  max: 1e6,
  slider: [0.01, 1.5],
  explain:
    'Learning rate. Set while networks train, it holds from there on; at rest, for the whole of training.',
};

/** Plain rates go over orders of magnitude. */
const plainRate: NumberParam = { ...rate, slider: [1e-4, 10], scale: 'log' };

const unit = (formula = 'stability limit'): ChoiceParam => ({
  kind: 'choice',
  key: 'rate.unit',
  label: 'Rate in',
  default: 'limit',
  options: [
    { value: 'limit', label: formula },
    { value: 'plain', label: 'plain number' },
  ],
  explain: `A multiple of the stability limit ${formula} of this very network at its start, or the number itself.`,
});
