import type { Param } from '../../nn/Settings.ts';
import { familyOf } from '../../spec/families.ts';

/** The headings of the controls of what all networks share, and of those of one network. */
export type SharedGroup = 'Data' | 'Run';
export type ArmGroup = 'Network' | 'Initializer' | 'Training';

/** The heading under which a shared setting stands: a new one goes to Run unless it belongs to the data. */
export const sharedGroupOf = ({ key }: Param): SharedGroup =>
  key === 'data' || familyOf(key) === 'data' ? 'Data' : 'Run';

/** Settings of networks that are seldom changed: they stand behind a button, so that the others have room. */
const seldom = new Set([
  'net.train',
  'net.biases',
  'net.grid',
  'net.padding',
  'net.orth',
  'net.sh2',
  'net.sv2',
]);

/** Whether a setting stands behind its group's button. */
export const isSeldom = ({ key }: Param): boolean => seldom.has(key);

const initialization = new Set(['init', 'scaling', 'sw2', 'sb2', 'bias']);

/** The heading under which an arm's setting stands: a new one goes to Network unless it is known to belong elsewhere. */
export function armGroupOf({ key }: Param): ArmGroup {
  if (initialization.has(familyOf(key) ?? key)) return 'Initializer';
  return key === 'rate' || key.startsWith('rate.') ? 'Training' : 'Network';
}
