import type { PanelDefinition } from '../panels/Panel.ts';
import { lab, setView } from '../state/lab.ts';
import { unknownChoice } from '../state/readQuery.ts';

/** Panels, after letting go of options in the address that they do not have, each with a sentence. */
export function withKnownOptions(panels: readonly PanelDefinition[]): readonly PanelDefinition[] {
  for (const { id, options = [] } of panels) {
    const known = options.map(({ value }) => value);
    const { view, problems } = lab.getState();
    const chosen = view.options[id];
    if (chosen === undefined || known.includes(chosen)) continue;
    lab.setState({ problems: [...problems, unknownChoice(id, chosen, known)] });
    setView({ options: { ...view.options, [id]: undefined } });
  }
  return panels;
}
