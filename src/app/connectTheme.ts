import type { LabStore } from '../state/lab.ts';
import type { Theme } from '../state/View.ts';

/**
 * Shows the theme of the view on the page, now and whenever it changes; returns how to end that. A chosen theme stands
 * in the address as `?theme=dark`, so that it survives a reload.
 */
export function connectTheme(store: LabStore, page: Window = window): () => void {
  apply(store.getState().view.theme, page.document);
  return store.subscribe(({ view }, before) => {
    if (view.theme === before.view.theme) return;
    apply(view.theme, page.document);
    keep(view.theme, page);
  });
}

function apply(theme: Theme, { documentElement }: Document): void {
  if (theme === 'system') delete documentElement.dataset.theme;
  else documentElement.dataset.theme = theme;
}

function keep(theme: Theme, { location, history }: Window): void {
  const query = new URLSearchParams(location.search);
  if (theme === 'system') query.delete('theme');
  else query.set('theme', theme);
  const search = query.size > 0 ? `?${query.toString()}` : '';
  history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
}
