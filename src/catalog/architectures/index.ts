import { registry } from '../registry.ts';
import { convolutional } from './convolutional.ts';
import { convolutionalResidual } from './convolutionalResidual.ts';
import { fullyConnected } from './fullyConnected.ts';
import { linearPair } from './linearPair.ts';
import { preActivation } from './preActivation.ts';
import { recurrent } from './recurrent.ts';
import { resNtk } from './resNtk.ts';
import { tirer } from './tirer.ts';

/** Every architecture. */
export const architectures = registry('architecture', [
  fullyConnected,
  resNtk,
  tirer,
  preActivation,
  convolutional,
  convolutionalResidual,
  recurrent,
  linearPair,
]);
