import type { LabStore } from '../state/lab.ts';
import type { Theme } from '../state/View.ts';
import { keepInQuery } from './keepInQuery.ts';

/**
 * Shows the theme of the view on the page, now and whenever it changes; returns how to end that. A chosen theme stands
 * in the address as `?theme=dark`, so that it survives a reload.
 */
export function connectTheme(store: LabStore, page: Window = window): () => void {
  apply(store.getState().view.theme, page.document);
  return store.subscribe(({ view: { theme } }, before) => {
    if (theme === before.view.theme) return;
    apply(theme, page.document);
    keepInQuery(page, 'theme', theme === 'system' ? undefined : theme);
  });
}

function apply(theme: Theme, { documentElement }: Document): void {
  if (theme === 'system') delete documentElement.dataset.theme;
  else documentElement.dataset.theme = theme;
}
