import { registry } from '../registry.ts';
import { convolutional } from './convolutional.ts';
import { fullyConnected } from './fullyConnected.ts';

/** Every architecture. */
export const architectures = registry('architecture', [fullyConnected, convolutional]);
