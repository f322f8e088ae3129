import { createRoot } from 'react-dom/client';
import { panels } from '../panels/index.ts';
import { connectHistory } from '../state/connectHistory.ts';
import { lab } from '../state/lab.ts';
import type { CreateWorker } from '../state/wire/EngineWorker.ts';
import { connectWire } from '../state/wire/connectWire.ts';
import { Boundary } from './Boundary.tsx';
import { connectTheme } from './connectTheme.ts';
import { connectView } from './connectView.ts';
import { Page } from './Page.tsx';
import { pageActions } from './pageActions.ts';
import { withKnownOptions } from './withKnownOptions.ts';

/** Ties the store to the address bar, the theme and the engine, then puts the page in place. */
export function mount(root: HTMLElement, createWorker: CreateWorker): void {
  connectHistory(lab);
  connectTheme(lab);
  connectView(lab);
  withKnownOptions(panels);
  const actions = pageActions(connectWire(lab, createWorker));
  createRoot(root).render(
    <Boundary name="The page">
      <Page actions={actions} />
    </Boundary>,
  );
  // From here on the page explains its own troubles; until here index.html does.
  document.documentElement.dataset.mounted = '';
}
