import { useState, type MouseEvent } from 'react';
import { useLab } from '../state/useLab.ts';
import type { Wire } from '../state/wire/connectWire.ts';
import type { Archive } from './bar/DownloadButton.tsx';
import type { RunActions } from './bar/Transport.tsx';
import { Controls } from './Controls.tsx';
import { Footer } from './footer/Footer.tsx';
import { KeysDialog } from './footer/KeysDialog.tsx';
import { Notices } from './Notices.tsx';
import { Sheets } from './Sheets.tsx';
import { TopBar } from './TopBar.tsx';
import { useMedia } from './useMedia.ts';
import { useShortcuts } from './useShortcuts.ts';

/** What the page can do beyond changing the store. */
export interface PageActions extends RunActions {
  readonly archive: Archive;
  readonly setRate: Wire['setRate'];
  /** The address that opens this very experiment. */
  readonly link: () => string;
}

/** The whole page: bar, controls, panels, footer. */
export function Page({ actions }: { readonly actions: PageActions }) {
  const narrow = useMedia('(max-width: 900px)');
  const backend = useLab((state) => state.results.backend);
  const failed = useLab((state) => state.results.status === 'failed');
  const timings = useLab((state) => state.results.timings);
  const [showsKeys, setShowsKeys] = useState(false);
  const openKeys = (): void => setShowsKeys(true);
  useShortcuts(actions, openKeys);
  return (
    <>
      <a className="skip-link" href="#panels" onClick={focusPanels}>
        Skip to the panels
      </a>
      <TopBar actions={actions} archive={actions.archive} link={actions.link} />
      <aside className="controls" aria-label="Settings">
        {narrow ? (
          <details>
            <summary>Settings</summary>
            <Controls onRate={actions.setRate} />
          </details>
        ) : (
          <Controls onRate={actions.setRate} />
        )}
      </aside>
      <main className="panels" id="panels" tabIndex={-1}>
        <Notices onAgain={actions.restart} />
        <Sheets />
      </main>
      <Footer backend={backend} timings={timings} failed={failed} onKeys={openKeys} />
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
    </>
  );
}

/** By hand: following the link would put `#panels` where the experiment stands in the address. */
function focusPanels(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('panels')?.focus();
}
