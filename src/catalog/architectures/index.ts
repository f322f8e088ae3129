import { registry } from '../registry.ts';
import { fullyConnected } from './fullyConnected.ts';

/** Every architecture. */
export const architectures = registry('architecture', [fullyConnected]);
