import type { Settings } from '../nn/Settings.ts';
import { entryOf } from './families.ts';

/** When another setting leaves one without effect. */
const idle: Readonly<Record<string, (values: Settings) => boolean>> = {
  'net.alpha': (values) => values['net.alpha.by'] === 'depth',
  'net.gamma': (values) => values['net.alpha.by'] === 'value',
  'net.biases': (values) => values.bias === false,
  // Only convolutions have taps, and readouts are none.
  'net.orth': (values) =>
    ['init', 'initFirst'].every((family) => {
      const { joint, centreOnly } = entryOf(family, values) ?? {};
      return !joint || centreOnly === true;
    }),
  ...Object.fromEntries(
    ['init', 'initFirst', 'initLast'].map((family) => [
      `${family}.slope`,
      (values: Settings) => values[`${family}.for`] !== 'leaky',
    ]),
  ),
};

/** Whether a setting of an arm has no effect beside its other ones (complete, keyed as in a link), so that it need not be shown. */
export const isIdle = (key: string, values: Settings): boolean => idle[key]?.(values) ?? false;
