import { initializationPanels } from '../panels/initializationPanels.ts';
import type { PanelDefinition } from '../panels/Panel.ts';
import { withKnownOptions } from './withKnownOptions.ts';

/** The panels of the third set, after letting go of options in the address that they do not have, each with a sentence. */
export const checkedPanels = (): readonly PanelDefinition[] =>
  withKnownOptions(initializationPanels);
