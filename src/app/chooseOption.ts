import type { PanelDefinition } from '../panels/Panel.ts';
import { lab, setView } from '../state/lab.ts';

/** Has a panel show one of its options; the first one is what it shows anyway, and is not kept. */
export const chooseOption = ({ id, options }: PanelDefinition, option: string): void =>
  setView({
    options: {
      ...lab.getState().view.options,
      [id]: option === options?.[0]?.value ? undefined : option,
    },
  });
