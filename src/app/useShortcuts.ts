import { useEffect } from 'react';
import { lab, setView } from '../state/lab.ts';
import { sheets } from '../state/View.ts';
import type { RunActions } from './bar/Transport.tsx';
import { isMoving } from './isMoving.ts';
import { neighbourStep } from './neighbourStep.ts';
import { togglePlay } from './playback.ts';
import { sheetPanels } from './sheetPanels.ts';
import { showSheet } from './showSheet.ts';

/** The page's keys, where the element that has the focus does not use them itself. */
export function useShortcuts(actions: RunActions, onKeys: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      const does = shortcut(event.key, actions, onKeys);
      if (!does) return;
      event.preventDefault();
      does();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [actions, onKeys]);
}

function shortcut(key: string, actions: RunActions, onKeys: () => void): (() => void) | undefined {
  const { results, view, paused } = lab.getState();
  const panel = sheetPanels[view.sheet][Number(key) - 1];
  if (/^[1-9]$/u.test(key) && panel !== undefined) {
    return () => setView({ enlarged: view.enlarged === panel ? undefined : panel });
  }
  switch (key) {
    case ' ':
      return isMoving(results.status, paused) ? actions.pause : actions.run;
    case 'ArrowLeft':
      return () => setView({ step: neighbourStep(results, view.step, -1) });
    case 'ArrowRight':
      return () => {
        if (view.step !== 'last') setView({ step: neighbourStep(results, view.step, 1) });
        else if (results.status === 'paused') actions.step();
      };
    case 'r':
    case 'R':
      return actions.restart;
    case 'p':
    case 'P':
      return togglePlay;
    case 'v':
    case 'V':
      return () => showSheet(sheets[(sheets.indexOf(view.sheet) + 1) % sheets.length]!);
    case '?':
      return onKeys;
    case 'Escape':
      return view.enlarged === undefined ? undefined : () => setView({ enlarged: undefined });
    default:
      return undefined;
  }
}

/** Keys that mean something to each kind of control. */
const ownKeys: readonly (readonly [selector: string, keys: RegExp])[] = [
  ['input:not([type="range"], [type="radio"], [type="checkbox"])', /./u],
  ['input[type="range"], input[type="radio"]', /^Arrow/u],
  ['select', /^(Arrow|.$)/u],
  ['button, summary, a[href], input', /^ $/u],
];

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('dialog[open]')) return true;
  const { target } = event;
  return (
    target instanceof Element &&
    ownKeys.some(([selector, keys]) => keys.test(event.key) && target.closest(selector) !== null)
  );
}
