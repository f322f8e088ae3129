import type { Settings } from '../../nn/Settings.ts';
import { startWarning } from '../../spec/startWarning.ts';

interface StartWarningProps {
  /** Of one network, complete, keyed as in a link. */
  readonly values: Settings;
  /** Numbers in a sample, once they are known. */
  readonly inputs: number | undefined;
}

/** What a start does not do that its initializer is made for; nothing where it does. */
export function StartWarning({ values, inputs }: StartWarningProps) {
  const words = startWarning(values, inputs);
  return words === undefined ? null : <p className="complaint">{words}</p>;
}
