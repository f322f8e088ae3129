import { registry } from '../registry.ts';
import { adam } from './adam.ts';
import { gd } from './gd.ts';
import { momentum } from './momentum.ts';
import { nesterov } from './nesterov.ts';
import { rmsprop } from './rmsprop.ts';

/** Every optimizer. */
export const optimizers = registry('optimizer', [gd, momentum, nesterov, rmsprop, adam]);
