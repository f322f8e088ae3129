import type { LabStore } from '../state/lab.ts';
import type { Theme } from '../state/View.ts';

/** Shows the theme of the view on the page, now and whenever it changes. */
export function connectTheme(store: LabStore, page: Document = document): () => void {
  const apply = (theme: Theme): void => {
    if (theme === 'system') delete page.documentElement.dataset.theme;
    else page.documentElement.dataset.theme = theme;
  };
  apply(store.getState().view.theme);
  return store.subscribe(({ view }, before) => {
    if (view.theme !== before.view.theme) apply(view.theme);
  });
}
