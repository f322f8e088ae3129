import type { LabStore } from './lab.ts';
import { takeExperiment } from './lab.ts';
import { fromLink } from './link/fromLink.ts';
import { toLink } from './link/toLink.ts';
import { readQuery } from './readQuery.ts';

/** Safari allows 100 changes of the address in 30 seconds, then throws. */
const replaceEvery = 400;
const retryAfter = 2000;

/**
 * Ties the store to the address bar; returns how to untie them. The address is read at once and whenever the person
 * moves through history or edits it. A change is a new entry, so that back and forward undo and redo; one drag is one
 * entry. Reading never writes: a link stays as it came until the person changes something.
 */
export function connectHistory(store: LabStore, page: Window = window): () => void {
  /** As last read or written. */
  let hash: string | undefined;
  let reading = false;
  /** The entry of the present drag exists, or is pending. */
  let dragging = false;
  let pending: 'push' | 'replace' | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  const read = (problems: readonly string[] = []): void => {
    if (page.location.hash === hash) return;
    rest();
    pending = undefined;
    dragging = false;
    hash = page.location.hash;
    const link = fromLink(hash);
    reading = true;
    takeExperiment(store, link.experiment, {
      problems: [...problems, ...link.problems],
      committed: true,
    });
    reading = false;
  };

  const write = (): void => {
    rest();
    if (!pending) return;
    const { pathname, search } = page.location;
    const address = `${pathname}${search}#${toLink(store.getState().experiment)}`;
    try {
      if (pending === 'push') page.history.pushState(null, '', address);
      else page.history.replaceState(null, '', address);
      pending = undefined;
      hash = page.location.hash;
    } catch {
      timer = setTimeout(write, retryAfter);
    }
  };

  const onMove = (): void => read();
  const { view, problems } = readQuery(page.location.search);
  store.setState((state) => ({ view: { ...state.view, ...view } }));
  read(problems);

  const unsubscribe = store.subscribe((now, before) => {
    if (reading) return;
    const changed = now.experiment !== before.experiment;
    if (changed) {
      pending = dragging ? (pending ?? 'replace') : 'push';
      if (!dragging) write();
      else timer ??= setTimeout(write, replaceEvery);
    }
    dragging = !now.committed && (dragging || changed);
    if (now.committed && !before.committed) write();
  });
  page.addEventListener('popstate', onMove);
  page.addEventListener('hashchange', onMove);

  return () => {
    rest();
    unsubscribe();
    page.removeEventListener('popstate', onMove);
    page.removeEventListener('hashchange', onMove);
  };
}
