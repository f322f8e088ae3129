import { numberIn } from '../nn/Settings.ts';
import type { Arm } from './resolve.ts';

/** How sums over a hidden layer are spread, if they are Gaussian in wide networks; or why there is no telling. */
export type HiddenLaw =
  | { readonly exists: true; readonly weightVariance: number; readonly biasVariance: number }
  | { readonly exists: false; readonly reason: string };

/** σ_w² and σ_b² of a hidden layer of an arm with as many units as the one before, as its initializer has them. */
export function hiddenLaw(arm: Arm): HiddenLaw {
  const { initializer, architecture, activation, weightVariance, biasVariance, bias } = arm;
  const { entry, settings } = initializer;
  const width = 'width' in architecture.settings ? numberIn(architecture.settings, 'width') : 1;
  const nonlinearity = { activation: activation.entry, settings: activation.settings };
  const shape = { fanIn: width, fanOut: width, place: 'inner', nonlinearity } as const;
  const limit = entry.limit({
    inputConcentration: 1 / width,
    linearActivation: activation.entry.linear === true,
    inputs: width,
    settings,
    place: 'inner',
    nonlinearity,
    architecture: architecture.entry.id,
  });
  if (!limit.exists) return limit;
  if (entry.bias?.(shape, settings) !== undefined)
    return { exists: false, reason: 'Its biases are not drawn, but shift all sums alike.' };
  return {
    exists: true,
    weightVariance: entry.gain(shape, weightVariance, settings),
    biasVariance: bias ? biasVariance : 0,
  };
}
