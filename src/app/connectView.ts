import type { LabStore } from '../state/lab.ts';
import { defaultView } from '../state/View.ts';
import { keepInQuery } from './keepInQuery.ts';

/**
 * Keeps the chosen set of panels (`?view=network`) and what they show (`?weights=singular`) in the address, so that it survives
 * a reload; returns how to end that.
 */
export const connectView = (store: LabStore, page: Window = window): (() => void) =>
  store.subscribe(({ view: { sheet, options } }, { view: before }) => {
    if (sheet !== before.sheet)
      keepInQuery(page, 'view', sheet === defaultView.sheet ? undefined : sheet);
    for (const [panel, option] of Object.entries(options))
      if (option !== before.options[panel]) keepInQuery(page, panel, option);
  });
