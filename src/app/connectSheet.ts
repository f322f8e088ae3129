import type { LabStore } from '../state/lab.ts';
import { defaultView } from '../state/View.ts';
import { keepInQuery } from './keepInQuery.ts';

/** Keeps the chosen set of panels in the address as `?view=network`, so that it survives a reload; returns how to end that. */
export const connectSheet = (store: LabStore, page: Window = window): (() => void) =>
  store.subscribe(({ view: { sheet } }, before) => {
    if (sheet === before.view.sheet) return;
    keepInQuery(page, 'view', sheet === defaultView.sheet ? undefined : sheet);
  });
