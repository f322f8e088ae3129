import { numberIn, type Settings } from '../nn/Settings.ts';
import { entryOf } from './families.ts';

/** The rate that comes with an adaptive optimizer: each weight moves by about as much in a step (Kingma & Ba, 2015). */
export const adaptiveRate = 0.001;

/** Beyond these, weights are soon nothing like their start; in standard scaling they are smaller, by the root of the fan-in. */
const mostUsual = { ntk: 0.2, standard: 0.02 } as const;

/**
 * Says that a rate is far too large for the adaptive optimizer that these settings (complete, keyed as in a link) name, as one made for
 * gradient descent is; undefined where it is not.
 */
export function adaptiveRateWarning(values: Settings): string | undefined {
  const optimizer = entryOf('opt', values);
  const rate = numberIn(values, 'rate');
  const small = values.scaling === 'standard' && values['rate.layers'] !== true;
  return optimizer?.adaptive === true && rate > mostUsual[small ? 'standard' : 'ntk']
    ? `With ${optimizer.label} every weight moves by about η in a step, whatever its gradient: ${rate} is far.`
    : undefined;
}
