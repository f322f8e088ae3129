import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jacobianPanel } from '../../panels/jacobian/jacobianPanel.tsx';
import { weightsPanel } from '../../panels/weights/weightsPanel.tsx';
import { lab, setView } from '../../state/lab.ts';
import { readQuery } from '../../state/readQuery.ts';
import { panels } from '../../panels/index.ts';
import { checkedPanels } from '../checkedPanels.ts';
import { withKnownOptions } from '../withKnownOptions.ts';
import { connectView } from '../connectView.ts';
import { Grid } from '../Grid.tsx';

let untie: () => void;

beforeEach(() => {
  history.replaceState(null, '', '/');
  untie = connectView(lab);
});

afterEach(() => {
  untie();
  setView({ options: {}, enlarged: undefined });
  lab.setState({ problems: [] });
});

const select = (): HTMLSelectElement =>
  screen.getByRole('combobox', { name: 'Weights: what is shown' });

const showPanels = () => render(<Grid panels={[weightsPanel, jacobianPanel]} />);

const choose = (option: string) => userEvent.selectOptions(select(), option);

describe('the options of a panel', () => {
  it('begin with the first one', () => {
    showPanels();

    expect(select().value).toBe('histogram');
    expect(screen.getByText('entries of each layer, times √fan-in')).toBeTruthy();
  });

  it('change what the panel says and shows, and stand in the address', async () => {
    showPanels();
    await choose('singular values');

    expect(screen.getByText('of each layer’s matrix, by rank')).toBeTruthy();
    expect(location.search).toBe('?weights=singular');
    await choose('histogram');

    expect(location.search).toBe('');
  });

  it('belong to their panel alone', async () => {
    showPanels();
    await choose('tail exponent');

    expect(
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'Jacobian: what is shown' }).value,
    ).toBe('histogram');
  });

  it('are kept while the panel is enlarged, and can be changed there', async () => {
    showPanels();
    await choose('singular values');
    act(() => setView({ enlarged: 'weights' }));
    expect(select().value).toBe('singular');
    await choose('tail exponent');

    expect(location.search).toBe('?weights=tail');
  });

  it('can be chosen within the table', async () => {
    showPanels();
    await userEvent.click(screen.getByRole('button', { name: 'Jacobian as a table' }));
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.selectOptions(dialog.getByRole('combobox'), 'input–output');

    expect(dialog.getByText('Singular values s of the Jacobians ∂h/∂x and ∂f/∂x')).toBeTruthy();
  });

  it('are restored from the address', () => {
    setView(readQuery('?view=initialization&weights=SINGULAR&jacobian=depth').view);
    checkedPanels();
    showPanels();

    expect(select().value).toBe('singular');
    expect(lab.getState().problems).toEqual([]);
  });

  it('that there are not are named in a sentence and let go', () => {
    setView(readQuery('?weights=violin').view);
    checkedPanels();
    showPanels();

    expect(lab.getState().problems).toEqual([
      '?weights=violin is not among histogram | log | singular | tail and is ignored.',
    ]);
    expect(select().value).toBe('histogram');
  });

  it('that there are not are named for the panels of the first view, and where there is nothing to choose', () => {
    setView(readQuery('?training=foo&change=bar&kernel=baz').view);
    withKnownOptions(panels);

    expect(lab.getState().problems).toEqual([
      '?kernel=baz is ignored: there is nothing to choose.',
      expect.stringMatching(/^\?training=foo is not among \w+ \| .*ignored\.$/u),
      expect.stringMatching(/^\?change=bar is not among \w+ \| .*ignored\.$/u),
    ]);
    expect(lab.getState().view.options).toEqual({});
  });
});
