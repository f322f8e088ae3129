import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { panels } from '../panels/index.ts';
import { dynamicsPanels } from '../panels/dynamicsPanels.ts';
import { initializationPanels } from '../panels/initializationPanels.ts';
import { portraitPanels } from '../panels/portraitPanels.ts';
import { lab, setView } from '../state/lab.ts';
import { useLab } from '../state/useLab.ts';
import { SheetSwitch } from './bar/SheetSwitch.tsx';
import { connectView } from './connectView.ts';
import { sheetPanels } from './sheetPanels.ts';
import { Sheets } from './Sheets.tsx';
import { showSheet } from './showSheet.ts';

const titles = (): readonly (string | null)[] =>
  screen.queryAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

function Page() {
  return (
    <>
      <SheetSwitch sheet={useLab((state) => state.view.sheet)} onChange={showSheet} />
      <Sheets />
    </>
  );
}

afterEach(() => setView({ sheet: 'training', enlarged: undefined, options: {} }));

describe('the views', () => {
  it('are known by the ids of their panels before they are loaded', () => {
    expect(panels.map(({ id }) => id)).toEqual(sheetPanels.training);
    expect(portraitPanels.map(({ id }) => id)).toEqual(sheetPanels.network);
    expect(initializationPanels.map(({ id }) => id)).toEqual(sheetPanels.initialization);
    expect(dynamicsPanels.map(({ id }) => id)).toEqual(sheetPanels.dynamics);
  });

  it('show one set of panels at a time', async () => {
    render(<Page />);
    expect(titles()).toEqual(panels.map(({ title }) => title));
    await userEvent.click(screen.getByRole('radio', { name: 'Network' }));
    await screen.findByRole('heading', { level: 2, name: 'Harmonics' });

    expect(titles()).toEqual(portraitPanels.map(({ title }) => title));
    await userEvent.click(screen.getByRole('radio', { name: 'Training' }));

    expect(titles()).toEqual(panels.map(({ title }) => title));
  });

  it('enlarge a panel of the second one', async () => {
    setView({ sheet: 'network' });
    render(<Page />);
    await screen.findByRole('heading', { level: 2, name: 'Harmonics' });
    act(() => setView({ enlarged: 'layers' }));

    expect(titles()).toEqual(['Layers']);
  });

  it('stand in the address', () => {
    const untie = connectView(lab);
    setView({ sheet: 'network' });
    expect(new URLSearchParams(location.search).get('view')).toBe('network');
    setView({ sheet: 'initialization', options: { weights: 'singular' } });
    expect(location.search).toBe('?view=initialization&weights=singular');
    setView({ sheet: 'training', options: { weights: undefined } });
    expect(location.search).toBe('');
    untie();
  });
});
