import type { PanelDefinition } from '../panels/Panel.ts';
import { lab, setView } from '../state/lab.ts';

/** Has a panel show one of its options; the first one is what it shows anyway, and is not kept. */
export function chooseOption({ id, options, choices }: PanelDefinition, option: string): void {
  const { view, results } = lab.getState();
  const [first] = choices?.(results) ?? options ?? [];
  setView({ options: { ...view.options, [id]: option === first?.value ? undefined : option } });
}
