import type { Settings } from '../nn/Settings.ts';
import { entryOf, sameAsHidden } from './families.ts';

/**
 * What an arm's start (its settings complete, keyed as in a link) does not do that its initializer is made for, in sentences with what to
 * do: another first layer or readout in its place, or too few units for so many inputs. Undefined where there is nothing to say.
 */
export function startWarning(values: Settings, inputs: number | undefined): string | undefined {
  const { id, label = '', whole, unitsPerInput = 0 } = entryOf('init', values) ?? {};
  for (const [key, words, place] of [
    ['initFirst', whole?.first, 'the first layer'],
    ['initLast', whole?.readout, 'the readout'],
  ] as const)
    if (words !== undefined && values[key] !== sameAsHidden && values[key] !== id)
      return `${words} Draw ${place} as the hidden layers, or choose other weights than ${label}.`;

  const { 'net.width': width } = values;
  // A convolution's inputs are the channels of a position, not all of a sample.
  const wholeSamples = !('net.kernel' in values);
  const least = unitsPerInput * (inputs ?? 0);
  return wholeSamples && typeof width === 'number' && width < least
    ? `With ${inputs} inputs this start needs a width of ${least} or more to keep all of them; ${width} lets some be lost.`
    : undefined;
}
