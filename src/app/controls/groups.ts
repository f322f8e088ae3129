import type { Param } from '../../nn/Settings.ts';
import { familyOf } from '../../spec/families.ts';

/** The headings of the controls of what all networks share, and of those of one network. */
export type SharedGroup = 'Data' | 'Run';
export type ArmGroup = 'Network' | 'Initializer' | 'Training';

/** The heading under which a shared setting stands: a new one goes to Run unless it belongs to the data. */
export const sharedGroupOf = ({ key }: Param): SharedGroup =>
  key === 'data' || familyOf(key) === 'data' ? 'Data' : 'Run';

const initialization = new Set(['init', 'scaling', 'sw2', 'sb2', 'bias']);

/** The heading under which an arm's setting stands: a new one goes to Network unless it is known to belong elsewhere. */
export function armGroupOf({ key }: Param): ArmGroup {
  if (initialization.has(familyOf(key) ?? key)) return 'Initializer';
  return key === 'rate' || key.startsWith('rate.') ? 'Training' : 'Network';
}
