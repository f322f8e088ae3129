import type { Param, Settings } from '../../nn/Settings.ts';
import { familyOf } from '../../spec/families.ts';

/** The headings of the controls of what all networks share, and of those of one network. */
export type SharedGroup = 'Data' | 'Run';
export type ArmGroup = 'Network' | 'Initializer' | 'Training';

/** The heading under which a shared setting stands: a new one goes to Run unless it belongs to the data. */
export const sharedGroupOf = ({ key }: Param): SharedGroup =>
  key === 'data' || familyOf(key) === 'data' ? 'Data' : 'Run';

/** Settings that are seldom changed: they stand behind a button, so that the others have room. */
const seldom = new Set([
  'data.standardization',
  'data.spacing',
  'data.embed',
  'data.shortest',
  'net.train',
  'net.biases',
  'net.grid',
  'net.kernel',
  'net.pool',
  'net.padding',
  'net.orth',
  'net.sh2',
  'net.sv2',
  'net.states',
  'init.mean',
  'init.fan',
  'initFirst',
  'initLast',
  'scaling',
  'bias',
  'mirror',
  'snapshots',
  'opt.beta1',
  'opt.beta2',
  'opt.eps',
  'rate.changes',
  'rate.layers',
  'batch',
  'decay',
  'outscale',
  'stop.loss',
  'stop.accuracy',
  'stop.patience',
  'relinearize',
  'flow',
]);

/** Whether a setting stands behind its group's button; the settings of an entry stand with the choice of it. */
export const isSeldom = ({ key }: Param): boolean =>
  seldom.has(key) || seldom.has(familyOf(key) ?? '');

/** Whether a setting is as usual, and so is the choice that it belongs to. */
export function isUsual({ key, default: usual }: Param, values: Settings): boolean {
  const choice = familyOf(key);
  return values[key] === usual && !(choice !== undefined && seldom.has(choice));
}

const initialization = new Set([
  'init',
  'initFirst',
  'initLast',
  'scaling',
  'sw2',
  'sb2',
  'bias',
  'mirror',
]);

const training = new Set(['loss', 'opt', 'rate', 'batch', 'decay', 'outscale']);

/** The heading under which an arm's setting stands: a new one goes to Network unless it is known to belong elsewhere. */
export function armGroupOf({ key }: Param): ArmGroup {
  const family = familyOf(key) ?? key;
  if (initialization.has(family)) return 'Initializer';
  return training.has(family) || key.startsWith('rate.') ? 'Training' : 'Network';
}
