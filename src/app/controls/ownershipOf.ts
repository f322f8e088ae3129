import type { Param } from '../../nn/Settings.ts';
import { armLabels, type Experiment } from '../../spec/Experiment.ts';
import { shownValue } from './shownValue.ts';
import type { Ownership } from './Ownership.ts';

/**
 * Whose value arm `index` has for a parameter. Undefined for A, and for a setting of an entry that A does not use: it is
 * neither A's nor can it become A's.
 */
export function ownershipOf(
  { arms: [first, ...later] }: Experiment,
  index: number,
  param: Param,
  takeBack: () => void,
): Ownership | undefined {
  const own = later[index - 1];
  const arm = armLabels[index];
  const inherited = first[param.key];
  if (own === undefined || arm === undefined || inherited === undefined) return undefined;
  return param.key in own
    ? { kind: 'own', arm, inherited: shownValue(param, inherited), takeBack }
    : { kind: 'inherited' };
}
