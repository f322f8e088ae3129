import { initializationPanels } from '../panels/initializationPanels.ts';
import type { PanelDefinition } from '../panels/Panel.ts';
import { lab, setView } from '../state/lab.ts';
import { unknownChoice } from '../state/readQuery.ts';

/** The panels of the third set, after letting go of options in the address that they do not have, each with a sentence. */
export function checkedPanels(): readonly PanelDefinition[] {
  for (const { id, options = [] } of initializationPanels) {
    const known = options.map(({ value }) => value);
    const { view, problems } = lab.getState();
    const chosen = view.options[id];
    if (chosen === undefined || known.includes(chosen)) continue;
    lab.setState({ problems: [...problems, unknownChoice(id, chosen, known)] });
    setView({ options: { ...view.options, [id]: undefined } });
  }
  return initializationPanels;
}
